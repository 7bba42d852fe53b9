import { serve } from "@/pieces/testingServer";

import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import type { Schemas } from "@/api/client";
import { show } from "@/pieces/testing";

import { HomePage } from "./HomePage";

afterEach(cleanup);

const me: Schemas["MeOut"] = {
  id: 1,
  email: "anna@firm.local",
  full_name: "Анна Петрова",
  is_active: true,
  is_platform_admin: false,
  created_at: "2026-11-01T08:00:00Z",
  current_tenant_id: 5,
  tenants: [{ tenant_id: 5, slug: "zakupki", name: "Закупки", role: "member" }],
};
const chat = { id: 3, mode: "databases", title: "Отгрузки за май", is_favourite: false, created_at: "2026-11-02T08:00:00Z" };

async function showHome(answers: Record<string, () => unknown>) {
  serve({
    "GET /api/v1/users/me": () => me,
    "GET /api/v1/tenants/5/modes": () => ({ modes: ["nomenclature", "databases"] }),
    "GET /api/v1/mappings": () => ({ entries: [], next_after: null }),
    "GET /api/v1/chats": () => ({ entries: [chat], next_after: null }),
    ...answers,
  });
  const root = createRootRoute();
  const home = createRoute({ getParentRoute: () => root, path: "/", component: HomePage });
  const router = createRouter({ routeTree: root.addChildren([home]), history: createMemoryHistory() });
  await show(<RouterProvider router={router as never} />);
}

describe("the first page", () => {
  it("greets by the name, and begins the work of each service that is switched on", async () => {
    await showHome({});
    expect(await screen.findByRole("heading", { name: "Здравствуйте, Анна. Что сделаем?" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Выбрать файл" }).getAttribute("href")).toBe("/nomenclature?new=1");
    expect(screen.getByRole("link", { name: "Задать вопрос" }).getAttribute("href")).toBe("/database");
    expect(screen.queryByText("Спросить документы")).toBeNull();
  });

  it("leads back to what was worked on last", async () => {
    await showHome({});
    const title = await screen.findByText("Отгрузки за май", {}, { timeout: 5_000 });
    expect(title.closest("a")?.getAttribute("href")).toBe("/database?chat=3");
  });

  it("says whom to ask where no service is switched on", async () => {
    await showHome({ "GET /api/v1/tenants/5/modes": () => ({ modes: [] }) });
    expect(await screen.findByText(/Включить их может администратор платформы/)).toBeTruthy();
  });

  it("leads an administrator of the platform, who is in no department, to the administration", async () => {
    await showHome({ "GET /api/v1/users/me": () => ({ ...me, is_platform_admin: true, current_tenant_id: null, tenants: [] }) });
    expect((await screen.findByRole("link", { name: "Перейти к управлению" })).getAttribute("href")).toBe("/admin");
  });
});
