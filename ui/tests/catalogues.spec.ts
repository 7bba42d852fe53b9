import { expect, type Page, test } from "./test";
import type { Say } from "./scene/words";

const HEADER = ["Артикул", "Наименование", "Группа", "Код группы", "Ед. изм."];

const SYLLABLES = ["но", "ка", "ли", "до", "ре", "ми"];

/** A word of its own for each item: names that differ in figures alone are never kept apart for judging. */
function wordOf(place: number): string {
  return `${SYLLABLES[place % 6]}${SYLLABLES[Math.floor(place / 6) % 6]}${SYLLABLES[(place * 5 + 1) % 6]}`;
}

/** Items of two groups below one; the row between them has no code. */
function priceList(mark: string): string {
  const pipes = Array.from({ length: 30 }, (_, n) => [`T-${n}`, `Труба ${wordOf(n)} ${20 + n}х3,5 ГОСТ 8732-78 ${mark}`, "Трубы", "01.01", "м"]);
  const nuts = Array.from({ length: 30 }, (_, n) => [`G-${n}`, `Гайка ${wordOf(n)} М${4 + n} ${mark}`, "Гайки", "01.02", "шт"]);
  const rows = [HEADER, ...pipes, ["", `Труба без кода ${mark}`, "Трубы", "01.01", "м"], ...nuts];
  return rows.map((row) => row.join(";")).join("\n");
}

test("a person makes a catalogue, imports a file with a bad row, and finds the items", async ({ person, say, language, look, axe }) => {
  test.slow();
  const mark = `${language}${Date.now()}`;
  const words = (key: string, values?: Record<string, unknown>) => say("catalogues", key, values);
  await person.goto("/catalogues");
  await expect(person.getByRole("table", { name: words("list.title") })).toBeVisible();
  await look("list", { themes: ["light"] });

  await person.getByRole("button", { name: words("list.new") }).click();
  await person.getByRole("textbox", { name: words("making.name"), exact: true }).fill(`Трубы и гайки ${mark}`);
  await person.getByRole("button", { name: words("making.make") }).click();
  await expect(person.getByRole("heading", { name: `Трубы и гайки ${mark}` })).toBeVisible();

  const file = { name: "items.csv", mimeType: "text/csv", buffer: Buffer.from(priceList(mark)) };
  await person.getByLabel(words("imports.drop")).setInputFiles(file);
  await expect(columnIs(person, say, "Артикул")).toHaveValue(words("field.code"));
  await expect(columnIs(person, say, "Код группы")).toHaveValue(words("field.group_code"));
  await look("columns");
  await axe();
  await person.getByRole("button", { name: words("imports.start", { count: 61 }) }).click();

  const end = person.getByRole("alert").filter({ hasText: words("imports.done", { file: "items.csv" }) });
  await expect(end).toContainText(words("imports.told.rejected", { count: 1 }), { timeout: 90_000 });
  await person.getByRole("button", { name: words("imports.showRejected", { count: 1, file: "items.csv" }) }).click();
  const refused = person.getByRole("dialog");
  await expect(refused).toContainText(words("rejections.no_code"));
  await expect(refused).toContainText(`Труба без кода ${mark}`);
  await look("refused", { themes: ["light"] });
  await person.keyboard.press("Escape");

  await end.getByRole("button", { name: words("imports.toItems") }).click();
  const tree = person.getByRole("tree", { name: say("pieces", "groups.label") });
  await tree.getByRole("treeitem", { name: say("pieces", "groups.of", { name: "01", count: 60 }) }).click();
  await tree.getByRole("treeitem", { name: say("pieces", "groups.of", { name: "Гайки", count: 30 }) }).click();
  await expect(person.getByText(`Труба ${wordOf(0)} 20х3,5 ГОСТ 8732-78 ${mark}`)).toHaveCount(0);
  await person.getByLabel(words("items.search")).fill("гайка М12");
  const found = person.getByRole("button", { name: `Гайка ${wordOf(8)} М12 ${mark}` });
  await expect(found).toBeVisible();
  await expect(person.getByText(`Гайка ${wordOf(3)} М7 ${mark}`)).toHaveCount(0);
  await look("items");
  await axe();

  await person.reload();
  await found.click();
  const card = person.getByRole("dialog");
  await expect(card).toContainText("G-8");
  await expect(card).toContainText(words("card.noNames"));
  await look("card", { themes: ["light"] });
  await axe();
});

test("a person trains the classifier again, reads what changed, and rolls back", async ({ person, api, say, language, look, axe }) => {
  test.slow();
  const mark = `${language}${Date.now()}`;
  const words = (key: string, values?: Record<string, unknown>) => say("catalogues", key, values);
  const made = await (await api.post("/api/v1/catalogues", { data: { slug: `t-${mark}`, name: `Обучение ${mark}` } })).json();
  const file = { name: "items.csv", mimeType: "text/csv", buffer: Buffer.from(priceList(mark)) };
  await api.post(`/api/v1/catalogues/${made.id}/imports`, { multipart: { file } });

  await person.goto(`/catalogues?catalogue=${made.id}&tab=versions`);
  const table = person.getByRole("table", { name: words("tabs.versions") });
  await expect(table.getByRole("row", { name: words("versions.active") })).toBeVisible({ timeout: 90_000 });
  const train = person.getByRole("button", { name: words("versions.train") });
  await expect(train).toBeEnabled({ timeout: 30_000 });
  await train.click();
  const end = person.getByRole("alert").filter({ hasText: words("versions.trained", { version: 2 }) });
  await expect(end).toContainText(words("versions.learnedSame"), { timeout: 90_000 });
  await expect(end).toContainText(words("versions.end.active"));
  await expect(person.getByRole("img", { name: new RegExp(words("versions.chart", { first: "|", last: "|" }).split("|")[0] ?? "") })).toBeVisible();
  await look("versions");
  await axe();

  await person.getByRole("button", { name: words("versions.rollBack") }).click();
  const sure = person.getByRole("dialog");
  await expect(sure).toContainText(words("versions.promoteTells"));
  await sure.getByRole("button", { name: words("versions.rollBack") }).click();
  await expect(person.getByText(new RegExp(language === "ru" ? "Сейчас отвечает версия 1" : "Version 1 answers now"))).toBeVisible();

  await person.getByRole("tab", { name: words("tabs.settings") }).click();
  await look("settings", { themes: ["light"] });
  await axe();
  await person.getByRole("button", { name: words("settings.delete") }).click();
  await person.getByLabel(words("settings.deleteType", { slug: `t-${mark}` })).fill(`t-${mark}`);
  await person.getByRole("dialog").getByRole("button", { name: say("frame", "actions.delete") }).click();
  await expect(person.getByRole("heading", { name: words("list.title") })).toBeVisible();
  await expect(person.getByText(`Обучение ${mark}`)).toHaveCount(0);
});

/** What a column of the previewed file is taken for. */
function columnIs(person: Page, say: Say, column: string) {
  return person.getByLabel(say("catalogues", "imports.columnIs", { column }), { exact: true }).and(person.locator("input"));
}
