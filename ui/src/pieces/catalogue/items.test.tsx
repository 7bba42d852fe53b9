import { serve } from "../testingServer";

import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { show } from "../testing";
import { useItems } from "./items";

afterEach(cleanup);

function Items() {
  const found = useItems(1, "", "01", { limit: 5 });
  return found.data?.pages.flatMap((page) => page.entries).map((item) => <p key={item.id}>{item.name}</p>);
}

it("finds the items of a group and of those below it, as many as the tree counts", async () => {
  const asked = serve({ "GET /api/v1/catalogues/1/items": () => ({ entries: [{ id: 1, name: "Cable" }], next_after: null }) });
  await show(<Items />, "en");
  await screen.findByText("Cable");
  expect(asked[0]?.query).toMatchObject({ group_code: "01", with_subgroups: "true", limit: "5" });
});
