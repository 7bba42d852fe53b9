import { expect, type Page, test } from "./test";

const ROOM = "database-assistant";

const QUESTIONS = {
  ru: { bars: "средняя зарплата по отделам", choice: "сколько объектов в Москве", declined: "какая завтра погода в Казани" },
  en: { bars: "average salary by department", choice: "how many projects are in Москва", declined: "will it rain in Kazan tomorrow" },
};

/** The part of the page with the last answer. */
const lastAnswer = (person: Page, name: string) => person.getByRole("region", { name, exact: true }).last();

async function removeTerm(api: { get: (path: string) => Promise<{ json: () => Promise<unknown> }>; delete: (path: string) => Promise<unknown> }, term: string) {
  const databases = (await (await api.get("/api/v1/databases")).json()) as { entries: { id: number }[] };
  const base = `/api/v1/databases/${databases.entries[0]?.id ?? 0}/glossary`;
  const found = (await (await api.get(`${base}?limit=500`)).json()) as { entries: { id: number; term: string }[] };
  for (const one of found.entries.filter((entry) => entry.term === term)) await api.delete(`${base}/${one.id}`);
}

test("a stranger begins with a question that the database offers, and follows what it offers next", async ({ person, say, look, axe }) => {
  await person.goto("/database");
  const examples = person.getByRole("region", { name: say(ROOM, "welcome.examples") }).getByRole("button");
  await expect(examples.first()).toBeVisible({ timeout: 20_000 });
  expect(await examples.count()).toBeGreaterThanOrEqual(3);
  await look("welcome");
  await axe();
  await examples.first().click();
  const answer = lastAnswer(person, say("chat", "thread.answer"));
  await expect(answer.getByRole("tab", { name: say(ROOM, "views.sql") })).toBeVisible({ timeout: 20_000 });
  const next = answer.getByRole("region", { name: say(ROOM, "offers.similar") }).getByRole("button").first();
  const asked = await next.getAttribute("title");
  await next.click();
  await expect(person.getByRole("region", { name: say("chat", "thread.question"), exact: true }).last()).toContainText(asked ?? "?");
});

test("a person asks, reads the answer from all sides, changes its SQL, and finds it all again", async ({ person, say, language, look, axe }) => {
  await person.goto("/database");
  const field = person.getByRole("textbox", { name: say("chat", "composer.label") });
  await expect(field).toBeVisible();
  await person.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await field.fill(QUESTIONS[language].bars);
  await field.press("Enter");
  const answer = lastAnswer(person, say("chat", "thread.answer"));

  // the chart, drawn otherwise
  await expect(answer.getByRole("tab", { name: say(ROOM, "views.chart") })).toHaveAttribute("aria-selected", "true", { timeout: 20_000 });
  await expect(answer.getByRole("img", { name: QUESTIONS[language].bars }).locator("svg")).toBeVisible({ timeout: 20_000 });
  await answer.getByText(say(ROOM, "chart.kinds.line"), { exact: true }).click();
  await expect(answer.getByRole("radio", { name: say(ROOM, "chart.kinds.line") })).toBeChecked();
  await look("chart");

  // the table, sorted
  await answer.getByRole("tab", { name: say(ROOM, "views.table") }).click();
  const heading = answer.getByRole("columnheader").last();
  await heading.getByRole("button").click();
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await expect(answer.getByRole("button", { name: say(ROOM, "menu.export") })).toBeVisible();
  await look("table", { widths: [1280, 390], themes: ["light"] });

  // how each word was read
  await answer.getByRole("tab", { name: say(ROOM, "views.proof") }).click();
  await answer.locator("mark[tabindex]").first().hover();
  await expect(person.getByRole("tooltip").first()).toBeVisible();
  await expect(answer.getByText(say(ROOM, "stages.guard"))).toBeVisible();
  await look("proof", { widths: [1280], themes: ["light", "dark"] });
  await axe();

  // what the guard refuses stays in the editor, what it lets through takes the answer's place
  await answer.getByRole("tab", { name: "SQL" }).click();
  await answer.getByRole("button", { name: say(ROOM, "sql.edit") }).click();
  const editor = answer.getByRole("textbox", { name: say(ROOM, "sql.editor") });
  await editor.fill("DELETE FROM payment");
  await editor.press("Control+Enter");
  await expect(answer.getByRole("alert")).toContainText(say(ROOM, "refusals.not_a_query"), { timeout: 20_000 });
  await look("refused", { widths: [1280], themes: ["light"] });
  await editor.fill("SELECT city, count(*) AS departments FROM department GROUP BY city");
  await answer.getByRole("button", { name: say(ROOM, "sql.run") }).click();
  await expect(answer.getByRole("alert")).toHaveCount(0, { timeout: 20_000 });
  await expect(answer.getByText(say(ROOM, "instead.edited"))).toBeVisible({ timeout: 20_000 });
  const table = answer.getByRole("tab", { name: say(ROOM, "views.table") });
  await table.click();
  await expect(answer.getByRole("columnheader", { name: "departments" })).toBeVisible();

  // a dislike with its reason
  await answer.getByRole("button", { name: say("chat", "marks.dislike") }).click();
  await person.getByLabel(say("chat", "marks.why")).fill("not by city");
  await person.getByRole("button", { name: say("chat", "marks.save") }).click();
  await expect(answer.getByText(say("chat", "marks.given", { reason: "not by city" }))).toBeVisible();

  await person.reload();
  await expect(answer.getByText(say(ROOM, "instead.edited"))).toBeVisible({ timeout: 20_000 });
  await expect(answer.getByText(say("chat", "marks.given", { reason: "not by city" }))).toBeVisible();
  await table.click();
  await expect(answer.getByRole("columnheader", { name: "departments" })).toBeVisible();
});

test("a person chooses what an ambiguous word means", async ({ person, say, language, look }) => {
  await person.goto("/database");
  await person.getByRole("textbox", { name: say("chat", "composer.label") }).fill(QUESTIONS[language].choice);
  await person.keyboard.press("Enter");
  const answer = lastAnswer(person, say("chat", "thread.answer"));
  const choice = answer.getByRole("group", { name: /Москв/ });
  const chips = choice.getByRole("radio");
  await expect(chips).toHaveCount(2, { timeout: 20_000 });
  await look("choice", { widths: [1280, 390], themes: ["light"] });
  const other = (await chips.last().getAttribute("value")) ?? "";
  await choice.getByText(/Регион/).click();
  await expect(answer.getByText(say(ROOM, "instead.chosen"))).toBeVisible({ timeout: 20_000 });
  await expect(chips.first()).toHaveAttribute("value", other);
  await choice.getByText(/Город/).click(); // as it was: the choice holds for the department
  await expect(chips.first()).not.toHaveAttribute("value", other, { timeout: 20_000 });
});

test("a question that the data cannot answer says why, and goes back into the field", async ({ person, say, language, look, axe }) => {
  await person.goto("/database");
  const field = person.getByRole("textbox", { name: say("chat", "composer.label") });
  await field.fill(QUESTIONS[language].declined);
  await field.press("Enter");
  const answer = lastAnswer(person, say("chat", "thread.answer"));
  await expect(answer.getByText(say(ROOM, "declined.not-about-this"))).toBeVisible({ timeout: 20_000 });
  await look("declined");
  await axe();
  await answer.getByRole("button", { name: say(ROOM, "declined.rephrase") }).click();
  await expect(field).toHaveValue(QUESTIONS[language].declined);
  await expect(field).toBeFocused();
});

test("a person names, pins and finds a conversation", async ({ person, api, say, language }) => {
  const name = `Беседа ${language} ${Date.now()}`;
  const chat = (await (await api.post("/api/v1/chats", { data: { mode: "databases", title: name } })).json()) as { id: number };
  await person.goto(`/database?chat=${chat.id}`);
  await person.getByRole("button", { name: say("chat", "chats.open") }).click();
  const list = person.getByRole("dialog").getByRole("region", { name: say("chat", "chats.title") });
  await list.getByRole("button", { name: say("chat", "chats.menu", { title: name }) }).click();
  await person.getByRole("menuitem", { name: say("chat", "chats.favourite") }).click();
  await expect(list.getByRole("region", { name: say("chat", "spans.favourite") }).getByRole("button", { name, exact: true })).toBeVisible();
  await list.getByRole("button", { name: say("chat", "chats.menu", { title: name }) }).click();
  await person.getByRole("menuitem", { name: say("chat", "chats.delete") }).click();
  await person.getByRole("dialog").last().getByRole("button", { name: say("chat", "chats.delete") }).click();
  await expect(list.getByRole("button", { name, exact: true })).toHaveCount(0);
});

test("an administrator adds a word to the glossary, and the schema puts a name into the question", async ({ person, api, say, language, look, axe }) => {
  const term = `нужное ${language} ${Date.now()}`;
  await person.goto("/database");
  const beside = person.getByRole("region", { name: say(ROOM, "beside.label") });
  await beside.getByRole("searchbox", { name: say(ROOM, "schema.search") }).fill("договоры");
  await beside.getByRole("button", { name: /contract(?!_)/ }).first().click();
  await expect(beside.getByRole("region", { name: say(ROOM, "schema.ask") })).toBeVisible({ timeout: 20_000 });
  await look("schema", { widths: [1280] });
  await beside.getByRole("button", { name: say(ROOM, "schema.insertTable") }).click();
  await expect(person.getByRole("textbox", { name: say("chat", "composer.label") })).toHaveValue(/договоры/);

  await beside.getByRole("tab", { name: say(ROOM, "beside.glossary") }).click();
  await beside.getByRole("button", { name: say(ROOM, "glossary.add") }).click();
  await beside.getByRole("textbox", { name: say(ROOM, "glossary.term") }).fill(term);
  await beside.getByRole("combobox", { name: say(ROOM, "glossary.table") }).fill("project");
  await person.getByRole("option", { name: /\(project\)/ }).click();
  await beside.getByRole("combobox", { name: say(ROOM, "glossary.column") }).fill("city");
  await person.getByRole("option", { name: /\(city\)/ }).click();
  await look("glossary", { widths: [1280], themes: ["light", "dark"] });
  await axe();
  await beside.getByRole("button", { name: say(ROOM, "glossary.add"), exact: true }).click();
  await expect(beside.getByText(term)).toBeVisible();
  await beside.getByRole("button", { name: say(ROOM, "glossary.changeOne", { term }) }).click();
  await beside.getByRole("textbox", { name: say(ROOM, "glossary.term") }).fill(`${term} два`);
  await beside.getByRole("button", { name: say(ROOM, "glossary.save") }).click();
  await expect(beside.getByText(`${term} два`)).toBeVisible();
  await removeTerm(api, `${term} два`);
});
