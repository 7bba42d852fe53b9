import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { show } from "@/pieces/testing";

import type { Answer } from "../answer";
import "../words";
import { AnswerBody } from "./AnswerBody";
import { answered } from "./testing";

afterEach(cleanup);
beforeEach(() => {
  sessionStorage.clear();
  // jsdom has no fonts, whose loading a field that grows with its text waits for.
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
});

const sqlDraft = { draft: null, set: vi.fn(), clear: vi.fn() };
const deeds = () => ({ onAsk: vi.fn(), onAgain: vi.fn(), onRephrase: vi.fn(), onRun: vi.fn(), onChoose: vi.fn() });

async function showAnswer(change: Partial<Answer>, isLast = true) {
  const done = deeds();
  await show(<AnswerBody answer={{ ...answered, ...change }} isLast={isLast} isBusy={false} sqlDraft={sqlDraft} {...done} />);
  return done;
}

describe("an answer with rows", () => {
  it("is told in words and shown as a table", async () => {
    await showAnswer({});
    expect(screen.getByText("2 строки")).toBeTruthy();
    expect(screen.getByText("Сумма платежей для каждого города.")).toBeTruthy();
    expect(screen.getByRole("grid").textContent).toContain("120,50");
  });

  it("is sorted by a press on a heading", async () => {
    await showAnswer({});
    const firsts = () => within(screen.getByRole("grid")).getAllByRole("row").slice(1).map((row) => row.textContent);
    await userEvent.click(screen.getByTitle("Сортировать: Сумма"));
    expect(firsts()).toEqual(["Уфа80,00", "Казань120,50"]);
    expect(screen.getByRole("columnheader", { name: /Сумма/ }).getAttribute("aria-sort")).toBe("ascending");
  });

  it("says why it has no chart where one could be expected", async () => {
    const named = (count: number) => Array.from({ length: count }, (_, at) => [`Город ${at}`, String(at)]);
    await showAnswer({ rows: named(51), row_count: 51 });
    expect(screen.getByText(/Диаграммы нет: на ней больше 50 значений не прочесть/)).toBeTruthy();
    cleanup();
    await showAnswer({ rows: named(50), row_count: 50 });
    expect(screen.getByRole("tab", { name: "Диаграмма" })).toBeTruthy();
    expect(screen.queryByText(/Диаграммы нет/)).toBeNull();
  });

  it("offers what to ask next where it is the last of its conversation", async () => {
    const { onAsk } = await showAnswer({});
    await userEvent.click(screen.getByRole("button", { name: "сумма платежей по месяцам" }));
    expect(onAsk).toHaveBeenCalledWith("сумма платежей по месяцам");
    cleanup();
    await showAnswer({}, false);
    expect(screen.queryByRole("button", { name: "сумма платежей по месяцам" })).toBeNull();
  });

  it("names what is to be asked next by what changes", async () => {
    const { onAsk } = await showAnswer({ similar_changes: ["по месяцам"] });
    await userEvent.click(screen.getByRole("button", { name: "по месяцам" }));
    expect(onAsk).toHaveBeenCalledWith("сумма платежей по месяцам");
  });

  it("of one row is told in figures", async () => {
    await showAnswer({ rows: [["Казань", "120.50"]], row_count: 1 });
    expect(screen.getAllByRole("definition").map((one) => one.textContent)).toEqual(["Казань", "120,50"]);
  });

  it("tells what each word of the question became", async () => {
    await showAnswer({});
    await userEvent.click(screen.getByRole("tab", { name: "Как понят вопрос" }));
    expect(screen.getByText("(подсчёт: сумма)", { exact: false })).toBeTruthy();
    expect(screen.getByText(/прочитан по грамматике.*90/)).toBeTruthy();
  });

  it("lets one choose another meaning of ambiguous words", async () => {
    const options = [{ target: "city.name = Уфа", label: "Город = Уфа" }, { target: "client.name = Уфа", label: "Клиент = Уфа" }];
    const { onChoose } = await showAnswer({ choices: [{ text: "Уфа", options }] });
    await userEvent.click(screen.getByRole("radio", { name: "Клиент = Уфа" }));
    expect(onChoose).toHaveBeenCalledWith("Уфа", "client.name = Уфа");
  });
});

describe("an answer without rows", () => {
  const nothing = { rows: null, columns: null, row_count: null, sql: null, similar: [] };

  it("that was declined says why and what can be asked instead", async () => {
    const declined = { reason: "unread-words", unread: ["синюшно"], closest: ["сумма платежей"] };
    const { onAsk } = await showAnswer({ ...nothing, state: "declined", text: "Не удалось понять часть вопроса.", details: { declined } });
    expect(screen.getByText("Не удалось понять часть вопроса.")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "сумма платежей" }));
    expect(onAsk).toHaveBeenCalledWith("сумма платежей");
  });

  it("that was read in several ways blames no word of the question", async () => {
    const proof = [{ start: 0, end: 5, text: "сумма", became: "unused" as const, target: "" }];
    await showAnswer({ ...nothing, proof, state: "declined", text: "Уточните вопрос.", details: { declined: { reason: "unsure", unread: [], closest: [] } } });
    expect(screen.queryByText("(не использовано)")).toBeNull();
  });

  it("that was stopped shows the figures found until then", async () => {
    const { onAgain } = await showAnswer({ state: "cancelled", rows: [["120.50"]], columns: [{ name: "Сумма", kind: "number" }], row_count: 1 });
    expect(screen.getByText("120,50")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Спросить снова" }));
    expect(onAgain).toHaveBeenCalled();
  });

  it("that failed tells the problem and can be asked again", async () => {
    const problem = { type: "/problems/query-timed-out", title: "The query took too long", status: 503, detail: "Ask for less." };
    const { onAgain } = await showAnswer({ ...nothing, state: "failed", problem });
    expect(screen.getByRole("alert").textContent).toContain("Запрос выполнялся слишком долго");
    await userEvent.click(within(screen.getByRole("alert")).getByRole("button"));
    expect(onAgain).toHaveBeenCalled();
  });

  it("to SQL that was refused keeps that SQL at hand", async () => {
    const problem = { type: "query-refused", title: "Refused", status: 422, reason: "not_a_query", piece: "DELETE FROM t" };
    await showAnswer({ ...nothing, state: "failed", problem, edited_sql: "DELETE FROM t", proof: [] });
    expect(screen.getByRole("alert").textContent).toContain("Выполняются только запросы на чтение");
    expect(screen.getByRole("tab", { name: "SQL" })).toBeTruthy();
    expect(within(screen.getByRole("alert")).queryByRole("button")).toBeNull();
  });
});
