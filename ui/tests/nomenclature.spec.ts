import { readFile } from "node:fs/promises";

import type { APIRequestContext } from "@playwright/test";

import { expect, type Page, test } from "./test";

const ROOM = "/nomenclature";

/** A price list as suppliers send it: a letterhead, a heading in the middle, units and prices beside the names. */
const PRICE_LIST = [
  "ООО «Снаб»;;;",
  "Прайс-лист;;;",
  ";;;",
  "№;Наименование товара;Ед.;Цена",
  "1;Речевой оповещатель 24 В;шт;820",
  "2;Фанера ФСФ 2440/1220 9 мм, сорт 2/4, нешлифованная;лист;1081",
  "3;Саморез по металлу 4,2 х 32 мм, острый, фосфатированный;шт;1,2",
  "4;Тяжёлый бетон В15 (М200) П3 F150 W4 на граните;м3;5371",
  "5;Потолок подвесной грильято 600/600/15;м2;930",
  "6;Дюбель распорный полипропиленовый 6 x 40мм;шт;3",
].join("\r\n");

const NAMES = PRICE_LIST.split("\r\n").slice(4).map((line) => line.split(";")[1] ?? "");

const made: number[] = [];

/** What was decided is taken back, so that no name stays confirmed: the demonstration is as it was. */
test.afterEach(async ({ api }) => {
  for (const id of made.splice(0)) {
    const decisions = NAMES.map((_, place) => ({ number: place + 1, decision: "as_matched" }));
    await api.post(`/api/v1/mappings/${id}/decisions`, { data: { decisions } });
    await api.delete(`/api/v1/mappings/${id}`);
  }
});

/** A run of those names, matched to its end. */
async function run(api: APIRequestContext, title: string): Promise<number> {
  const catalogues = (await (await api.get("/api/v1/catalogues")).json()) as { entries: { id: number; slug: string }[] };
  const catalogue = catalogues.entries.find((one) => one.slug === "demo") ?? catalogues.entries[0];
  const data = { catalogue_id: catalogue?.id, rows: NAMES, title };
  const { id } = (await (await api.post("/api/v1/mappings", { data })).json()) as { id: number };
  made.push(id);
  const status = async () => ((await (await api.get(`/api/v1/mappings/${id}`)).json()) as { job_status: string }).job_status;
  await expect.poll(status, { timeout: 60_000 }).toBe("finished");
  return id;
}

function grid(page: Page) {
  return page.getByRole("grid");
}

/** The line of the table that holds the name. */
function line(page: Page, name: string) {
  return grid(page).getByRole("row").filter({ hasText: name });
}

test("a person drops a price list, checks the column, and sees rows appear", async ({ person, say, look, axe, language }) => {
  await person.goto(ROOM);
  await person.getByRole("button", { name: say("nomenclature", "runs.new") }).first().click();
  const name = `Цены ${language} ${Date.now()}.csv`;
  await person.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(PRICE_LIST, "utf8") });
  const column = person.getByRole("combobox", { name: say("nomenclature", "starting.nameColumn") });
  await expect(column).toHaveValue("Наименование товара");
  await column.click();
  await person.getByRole("option", { name: "Ед." }).click();
  await column.click();
  await person.getByRole("option", { name: "Наименование товара" }).click();
  await look("preview");
  await axe();
  await person.getByRole("button", { name: say("nomenclature", "starting.startRows", { count: 6 }) }).click();
  await expect(person.getByRole("heading", { name })).toBeVisible();
  made.push(Number(new URL(person.url()).searchParams.get("run")));
  await expect(line(person, "Речевой оповещатель").getByText("Оповещатель речевой 24 В")).toBeVisible({ timeout: 60_000 });
  await person.getByRole("button", { name: say("nomenclature", "review.back") }).click();
  await expect(person.getByRole("link", { name })).toBeVisible();
  await look("runs");
  await axe();
});

test("a person filters, decides by keys and takes back; a reload keeps it", async ({ person, api, say, look, axe, language }) => {
  const id = await run(api, `Клавиши ${language} ${Date.now()}`);
  await person.goto(`${ROOM}?run=${id}`);
  await expect(line(person, "Потолок подвесной")).toBeVisible();
  await person.getByRole("textbox", { name: say("nomenclature", "review.words") }).fill("фанера 9");
  await expect(grid(person)).toHaveAttribute("aria-rowcount", "2");
  await person.getByRole("button", { name: say("nomenclature", "review.clear") }).click();
  await expect(grid(person)).toHaveAttribute("aria-rowcount", "7");

  await line(person, "Фанера ФСФ").click();
  const panel = person.getByRole("region", { name: say("nomenclature", "panel.title", { number: 2 }) });
  await expect(panel).toBeVisible();
  await look("row");
  await axe();
  await person.keyboard.press("2");
  await expect(line(person, "Фанера ФСФ")).toContainText(say("nomenclature", "decision.accepted"));
  await person.keyboard.press("x");
  await expect(line(person, "Саморез")).toContainText(say("nomenclature", "decision.no_such_item"));
  await expect(person.getByText(say("nomenclature", "outbox.saved"))).toBeVisible();
  await person.keyboard.press("z");
  await expect(line(person, "Саморез")).not.toContainText(say("nomenclature", "decision.no_such_item"));
  await person.keyboard.press("?");
  await expect(person.getByRole("dialog", { name: say("nomenclature", "keys.title") })).toBeVisible();
  await person.keyboard.press("Escape");
  await expect(person.getByText(say("nomenclature", "outbox.saved"))).toBeVisible();

  await person.reload();
  await expect(line(person, "Фанера ФСФ")).toContainText(say("nomenclature", "decision.accepted"));
  await expect(line(person, "Саморез")).not.toContainText(say("nomenclature", "decision.no_such_item"));
});

test("a person finds in the catalogue what was not proposed, and downloads the result", async ({ person, api, say, language }) => {
  const id = await run(api, `Поиск ${language} ${Date.now()}`);
  await person.goto(`${ROOM}?run=${id}&row=5`);
  await expect(person.getByRole("region", { name: say("nomenclature", "panel.title", { number: 5 }) })).toBeVisible();
  await person.keyboard.press("/");
  await expect(person.getByRole("textbox", { name: say("nomenclature", "search.title") })).toBeFocused();
  await person.keyboard.type("анкер химический");
  const found = person.getByRole("search").getByRole("listitem").first().getByRole("button");
  await expect(found).toContainText(/анкер/i);
  await found.click();
  await expect(line(person, "Потолок подвесной")).toContainText(/анкер химический/i);
  await expect(person.getByText(say("nomenclature", "outbox.saved"))).toBeVisible();

  await person.getByRole("button", { name: say("nomenclature", "review.download") }).click();
  const downloading = person.waitForEvent("download");
  await person.getByRole("menuitem", { name: say("nomenclature", "review.csv") }).click();
  const text = await readFile(await (await downloading).path(), "utf8");
  expect(text.split(/\r?\n/).find((one) => one.includes("Потолок подвесной"))).toMatch(/анкер химический/i);
});

test("two people at the same run see each other's decisions", async ({ person, another, api, say, language }) => {
  const id = await run(api, `Вдвоём ${language} ${Date.now()}`);
  const colleague = await another();
  await Promise.all([person.goto(`${ROOM}?run=${id}`), colleague.goto(`${ROOM}?run=${id}`)]);
  await expect(line(colleague, "Дюбель")).toBeVisible();
  await line(person, "Дюбель").getByRole("checkbox").check();
  await line(person, "Потолок").getByRole("checkbox").check();
  const bulk = person.getByRole("group", { name: say("nomenclature", "bulk.label") });
  await bulk.getByRole("button", { name: say("nomenclature", "bulk.none") }).click();
  for (const name of ["Дюбель", "Потолок"]) {
    await expect(line(colleague, name)).toContainText(say("nomenclature", "decision.no_such_item"), { timeout: 15_000 });
  }
});

test("decisions said while the server is away are kept and sent when it is back", async ({ person, api, say, guards, language }) => {
  guards.allow(/decisions|ERR_INTERNET_DISCONNECTED|ERR_FAILED|health\/live|mappings|jobs/);
  const id = await run(api, `Связь ${language} ${Date.now()}`);
  await person.goto(`${ROOM}?run=${id}&row=1`);
  await expect(person.getByRole("region", { name: say("nomenclature", "panel.title", { number: 1 }) })).toBeVisible();
  await person.context().setOffline(true);
  await person.keyboard.press("x");
  await expect(person.getByText(say("nomenclature", "outbox.offline", { count: 1 }))).toBeVisible();
  await person.context().setOffline(false);
  await expect(person.getByText(say("nomenclature", "outbox.saved"))).toBeVisible({ timeout: 30_000 });
  const row = (await (await api.get(`/api/v1/mappings/${id}/rows`)).json()) as { entries: { decision: string }[] };
  expect(row.entries[0]?.decision).toBe("no_such_item");
});

test("a file that is no price list is refused in the person's language", async ({ person, say, guards }) => {
  guards.allow(/mapping-previews/);
  await person.goto(`${ROOM}?new=1`);
  await person.locator("input[type=file]").setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from("\x89PNG\r\n\x1a\n----", "latin1") });
  await expect(person.getByRole("alert")).toBeVisible();
  await person.getByRole("button", { name: say("pieces", "file.other") }).click();
  await expect(person.getByText(say("nomenclature", "starting.drop"))).toBeVisible();
});
