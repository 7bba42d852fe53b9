import { serve } from "@/pieces/testingServer";

import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import * as session from "@/api/session";
import { show } from "@/pieces/testing";

import { ServiceGate } from "./ServiceGate";

vi.mock("@/api/session", async (original) => ({ ...(await original<typeof session>()), isInDepartment: vi.fn() }));
afterEach(cleanup);

async function showGate(isInDepartment: boolean) {
  vi.mocked(session.isInDepartment).mockReturnValue(isInDepartment);
  serve({
    "GET /api/v1/users/me": () => ({ current_tenant_id: 5, tenants: [] }),
    "GET /api/v1/tenants/5/modes": () => ({ modes: ["documents"] }),
  });
  const component = () => <ServiceGate path="/database">the page</ServiceGate>;
  const router = createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() });
  await show(<RouterProvider router={router as never} />);
}

describe("a page of a service", () => {
  it("of which the department has none says who can switch it on", async () => {
    await showGate(true);
    expect(await screen.findByText("Служба «База данных» здесь не включена")).toBeTruthy();
    expect(screen.queryByText("the page")).toBeNull();
  });

  it("says to whoever is in no department where it works", async () => {
    await showGate(false);
    expect(await screen.findByText("Служба «База данных» работает в отделах")).toBeTruthy();
  });
});
