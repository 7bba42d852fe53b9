import { serve } from "@/pieces/testingServer";

import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";

import { AdminPage } from "./AdminPage";
import { meAs, pageOf, showAt } from "./testing";

afterEach(cleanup);

const modes = { "GET /api/v1/tenants/5/modes": () => ({ modes: ["nomenclature", "databases", "documents"] }) };
const namesShown = async () => {
  const navigation = await screen.findByRole("navigation", { name: "Управление" });
  return within(navigation).getAllByRole("link").map((link) => link.textContent);
};

describe("the administration", () => {
  it("shows a member his account and the health of the system only", async () => {
    serve({ ...modes, "GET /api/v1/users/me": () => meAs("member") });
    await showAt("/admin?section=keys", AdminPage);
    expect(await namesShown()).toEqual(["Моя учётная запись", "Состояние системы"]);
    expect(await screen.findByRole("heading", { name: "Раздел «Ключи API» вам не открыт" })).toBeTruthy();
  }, 30_000);

  it("opens the section that the address names, and keeps the address with what is opened", async () => {
    serve({ ...modes, "GET /api/v1/users/me": () => meAs("admin"), "GET /api/v1/api-keys": () => pageOf() });
    const { router } = await showAt("/admin?section=keys", AdminPage);
    expect(await screen.findByText("Ключей пока нет")).toBeTruthy();
    await userEvent.click(await screen.findByRole("link", { name: "Моя учётная запись" }));
    expect(await screen.findByRole("heading", { name: "Моя учётная запись" })).toBeTruthy();
    expect(router.state.location.search).toEqual({ section: "account" });
  }, 30_000);

  it("shows an administrator of the platform the departments, one of them opened by its name", async () => {
    const tenant = { id: 5, slug: "zakupki", name: "Закупки", is_active: true, created_at: "2026-11-01T08:00:00Z" };
    serve({
      ...modes,
      "GET /api/v1/users/me": () => meAs("platform admin"),
      "GET /api/v1/tenants": () => pageOf(tenant),
      "GET /api/v1/tenants/5": () => tenant,
      "GET /api/v1/tenants/5/users": () => pageOf(),
    });
    await showAt("/admin", AdminPage);
    await userEvent.click(await screen.findByRole("link", { name: "Закупки" }));
    expect(await screen.findByText("Краткое имя: zakupki")).toBeTruthy();
    expect(await screen.findByRole("switch", { name: /^Документы/ })).toBeTruthy();
  }, 30_000);
});
