import { serve } from "@/pieces/testingServer";

import { useQuery } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { PartMissing } from "@/pieces/patiently";
import { show } from "@/pieces/testing";

import { PageTrouble } from "./PageTrouble";

beforeEach(() => {
  serve({});
  for (const level of ["error", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function showPage(component: () => React.ReactNode) {
  const root = createRootRoute({ component, errorComponent: PageTrouble });
  await show(<RouterProvider router={createRouter({ routeTree: root, history: createMemoryHistory() }) as never} />);
}

describe("a page that cannot be shown", () => {
  it("because of what it was told asks for it anew when it is tried again", async () => {
    const answers = [null, { name: "Цены" }];
    const Page = () => {
      const told = useQuery({ queryKey: ["told"], queryFn: () => ({ list: answers.shift() as { name: string } }), staleTime: 60_000 });
      return told.data ? <p>{told.data.list.name}</p> : null;
    };
    await showPage(Page);
    await userEvent.click(await screen.findByRole("button", { name: "Попробовать ещё раз" }));
    expect(await screen.findByText("Цены")).toBeTruthy();
  });

  it("because another version of it has been laid there says to reload it", async () => {
    await showPage(() => {
      throw new PartMissing();
    });
    expect((await screen.findByRole("alert")).textContent).toContain("Вышла новая версия страницы");
    expect(screen.queryByRole("button", { name: "Попробовать ещё раз" })).toBeNull();
  });
});
