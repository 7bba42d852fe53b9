import type { Locator, Page } from "@playwright/test";

import { expect, test } from "./test";

/** A name that no other run has made. */
const own = (name: string, language: string) => `${name} ${language} ${Date.now().toString(36)}`;
const mailOf = (language: string) => `anna.${language}.${Date.now().toString(36)}@example.com`;

async function choose(page: Page, field: Locator, option: string | RegExp) {
  await field.click();
  await page.getByRole("option", { name: option }).click();
}

test("an administrator adds a person with a role, and removes him again", async ({ person, say, look, axe, language }) => {
  const words = (key: string, values?: Record<string, unknown>) => say("admin", key, values);
  const email = mailOf(language);
  await person.goto("/admin?section=members");
  await person.getByRole("button", { name: words("members.new") }).first().click();
  const dialog = person.getByRole("dialog");
  await dialog.getByLabel(words("fields.email")).fill(email);
  await choose(person, dialog.getByRole("combobox", { name: words("fields.role") }), new RegExp(words("rolesAbout.expert")));
  await dialog.getByRole("button", { name: words("password.make") }).click();
  const password = await dialog.getByLabel(words("password.initial")).inputValue();
  await dialog.getByRole("button", { name: words("members.add"), exact: true }).click();

  const handedOver = person.getByRole("dialog", { name: words("credentials.title") });
  await expect(handedOver).toContainText(password);
  await handedOver.getByRole("button", { name: words("credentials.done") }).click();
  const row = person.getByRole("row", { name: email });
  await expect(row.getByLabel(words("members.roleOf", { email }))).toHaveValue(words("roles.expert"));
  await expect(person.getByText(password)).toHaveCount(0);
  await look("members");
  await axe();

  await row.getByRole("button", { name: words("members.removeOne", { email }) }).click();
  await person.getByRole("dialog").getByRole("button", { name: words("members.remove"), exact: true }).click();
  await expect(row).toHaveCount(0);
});

test("an administrator makes a key, sees it once, and revokes it while it is in use", async ({ person, say, look, axe, request, language }) => {
  const words = (key: string, values?: Record<string, unknown>) => say("admin", key, values);
  const name = own("1C", language);
  await person.goto("/admin?section=keys");
  await person.getByRole("button", { name: words("keys.new") }).first().click();
  await person.getByLabel(words("fields.name")).fill(name);
  await person.getByRole("button", { name: words("keys.make") }).click();
  const shown = person.getByRole("dialog", { name: words("keys.madeTitle", { name }) });
  const key = (await shown.getByText(/^spk_/).textContent()) ?? "";
  await look("key", { widths: [390], themes: ["light"] });
  await shown.getByRole("button", { name: words("keys.kept") }).click();
  const headers = { "X-API-Key": key };
  expect((await request.get("/api/v1/catalogues", { headers })).status()).toBe(200);

  await person.reload();
  const row = person.getByRole("row", { name });
  await expect(row.getByText(words("keys.neverUsed"))).toHaveCount(0);
  await expect(person.getByText(key)).toHaveCount(0);
  await look("keys");
  await axe();
  await row.getByRole("button", { name: words("keys.revokeOne", { name }) }).click();
  await person.getByRole("dialog").getByRole("button", { name: words("keys.revoke"), exact: true }).click();
  await expect(row.getByText(words("keys.revoked"))).toBeVisible();
  expect((await request.get("/api/v1/catalogues", { headers })).status()).toBe(401);
});

test("the rights report of the database is read, and a wrong password is explained", async ({ person, say, look, axe, guards }) => {
  const words = (key: string, values?: Record<string, unknown>) => say("admin", key, values);
  guards.allow(/databases\/check/);
  await person.goto("/admin?section=database");
  await expect(person.getByText(words("rights.advice.reads"))).toBeVisible();
  await look("database", { fullPage: true });
  await axe();
  await person.getByRole("button", { name: words("database.check"), exact: true }).click();
  await expect(person.getByText(words("rights.advice.reads"))).toBeVisible();

  await person.getByRole("button", { name: words("database.change") }).click();
  await person.getByRole("button", { name: words("database.try") }).click();
  await expect(person.getByText(words("rights.reached"))).toBeVisible();
  await person.getByLabel(words("database.password"), { exact: true }).fill("not the password");
  await person.getByRole("button", { name: words("database.try") }).click();
  await expect(person.getByRole("alert")).toContainText("construction_reader");
  await look("wrong-password", { themes: ["light"] });
  await person.getByRole("button", { name: words("actions.cancel") }).click();
});

test("a note on a table gets a second version, which is compared and rolled back", async ({ person, api, say, look, axe, language }) => {
  const words = (key: string, values?: Record<string, unknown>) => say("admin", key, values);
  const table = own("public.notes", language).replaceAll(" ", "_");
  await api.post("/api/v1/prompts", { data: { table_name: table, text: "Only posted rows count.", is_active: true } });
  await person.goto("/admin?section=prompts");
  const item = person.getByRole("button", { name: new RegExp(table) });
  await expect(item).toBeVisible();
  if ((await item.getAttribute("aria-expanded")) !== "true") await item.click();
  const panel = person.getByRole("region", { name: new RegExp(table) });
  await panel.getByRole("button", { name: words("prompts.newVersion") }).click();
  await person.getByLabel(words("prompts.text")).fill("Only paid rows count.");
  await person.getByRole("button", { name: words("prompts.save") }).click();
  await expect(item).toContainText(words("prompts.inUse", { version: 2 }));
  await panel.getByRole("button", { name: words("prompts.compare") }).click();
  await expect(panel.locator("ins")).toHaveText("posted");
  await expect(panel.locator("del")).toHaveText("paid");
  await look("versions");
  await axe();
  await panel.getByRole("button", { name: words("prompts.rollBackOne", { version: 1 }) }).click();
  await expect(item).toContainText(words("prompts.inUse", { version: 1 }));
});

test("the keeper of the platform makes a department, and switches a service off and on", async ({ keeper, say, look, axe, language }) => {
  const words = (key: string, values?: Record<string, unknown>) => say("admin", key, values);
  const name = own("Отдел снабжения", language);
  await keeper.goto("/admin?section=tenants");
  await keeper.getByRole("button", { name: words("tenants.new") }).first().click();
  await keeper.getByRole("textbox", { name: words("fields.name"), exact: true }).fill(name);
  await keeper.getByRole("button", { name: words("tenants.make") }).click();
  await expect(keeper.getByRole("heading", { name })).toBeVisible();
  const documents = keeper.getByRole("switch", { name: words("modes.documents") });
  await expect(documents).toBeChecked();
  await documents.click();
  await expect(documents).not.toBeChecked();
  await keeper.reload();
  await expect(documents).not.toBeChecked();
  await documents.click();
  await expect(documents).toBeChecked();
  await look("tenant", { of: keeper, fullPage: true });
  await axe(keeper);
});

test("everybody sees how the parts are, and what the one that is down means", async ({ person, say, look, axe }) => {
  const words = (key: string, values?: Record<string, unknown>) => say("admin", key, values);
  await person.goto("/admin?section=health");
  await expect(person.getByText(words("health.parts.worker.title"))).toBeVisible();
  await expect(person.getByRole("status", { name: words("health.ready") })).toBeVisible();
  await look("health", { widths: [1280] });
  await person.route("**/health/parts", async (route) => {
    const told = (await (await route.fetch()).json()) as { parts: { name: string; state: string }[] };
    const parts = told.parts.map((part) => (part.name === "chroma" ? { ...part, state: "down" } : part));
    await route.fulfill({ json: { ...told, parts } });
  });
  await person.getByRole("button", { name: words("health.again") }).click();
  await expect(person.getByText(words("health.parts.chroma.down"))).toBeVisible();
  await expect(person.getByText(words("health.parts.chroma.todo"))).toBeVisible();
  await look("chroma-down");
  await axe();
});

test("the audit log tells in sentences what one person did today", async ({ person, api, say, look, axe, language }) => {
  const words = (key: string, values?: Record<string, unknown>) => say("admin", key, values);
  const name = own("Journal", language);
  const made = (await (await api.post("/api/v1/api-keys", { data: { name } })).json()) as { id: number };
  await api.delete(`/api/v1/api-keys/${made.id}`);
  await person.goto("/admin?section=audit");
  await choose(person, person.getByRole("combobox", { name: words("audit.who") }), /demo@example\.com/);
  await choose(person, person.getByRole("combobox", { name: words("audit.time") }), words("audit.times.today"));
  await expect(person.getByText(words("audit.actions.api-key.revoked", { what: name }))).toBeVisible();
  await expect(person.getByText(words("audit.actions.mode.switched-on", { mode: words("modes.documents") }))).toHaveCount(0);
  await look("audit");
  await axe();
});
