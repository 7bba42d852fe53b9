import { afterEach, expect, it } from "vitest";

import { problemOf } from "@/api/problems";

import { queries } from "./queries";

afterEach(() => queries.clear());

const isStale = (key: unknown[]) => queries.getQueryState(key)?.isInvalidated;

async function meet(slug: string, status: number) {
  queries.setQueryData(["modes", 5], { modes: ["databases"] });
  queries.setQueryData(["me"], { id: 1 });
  await problemOf(Response.json({ type: `/static/docs/problems#${slug}`, title: slug, status }, { status }));
}

it("which services there are is asked anew where one turns out to be switched off", async () => {
  await meet("mode-not-enabled", 403);
  expect([isStale(["modes", 5]), isStale(["me"])]).toEqual([true, false]);
});

it("who one is is asked anew where one may no longer do something", async () => {
  await meet("role-required", 403);
  expect([isStale(["modes", 5]), isStale(["me"])]).toEqual([false, true]);
});
