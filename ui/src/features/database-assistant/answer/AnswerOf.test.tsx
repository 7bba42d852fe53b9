import { serve } from "@/pieces/testingServer";

import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Message } from "@/chat/chats";
import { show } from "@/pieces/testing";

import type { Answer } from "../answer";
import "../words";
import { AnswerOf } from "./AnswerOf";
import { answered } from "./testing";

const options = [
  { target: "city.name = Уфа", label: "Город" },
  { target: "client.name = Уфа", label: "Клиент" },
];
const ambiguous = { ...answered, choices: [{ text: "Уфа", options }] };
const chosen = { ...answered, id: 8, description: "Сумма для клиента." };
const message = { id: 1, chat_id: 1, query: answered.question, answer_id: 7, source: null } as unknown as Message;
const changed = { ...message, answer_id: 8, source: { first_answer_id: 7 } };

const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
const stream = (...told: string[]) => new Response(told.join(""), { headers: { "Content-Type": "text/event-stream" } });
const stage = { stage: "tables", state: "done", milliseconds: 3, result: { tables: ["payment"] } };

beforeEach(() => {
  sessionStorage.clear();
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
});
afterEach(cleanup);

/** As the conversation does: the message names the answer that stands in it. */
function Shown() {
  const [given, setGiven] = useState<[Message, Answer]>([message, ambiguous]);
  return (
    <>
      <AnswerOf message={given[0]} answer={given[1]} isLast onAsk={vi.fn()} />
      <button onClick={() => setGiven([changed, chosen])}>as the server has it</button>
    </>
  );
}

it("a chosen meaning is answered anew, and takes the first answer's place in the message", async () => {
  const asked = serve({
    "POST /api/v1/answers/7/choice": () => stream(event("accepted", { answer_id: 8 }), event("stage", stage), event("answer", chosen)),
    "GET /api/v1/answers/8": () => chosen,
    "PUT /api/v1/messages/1/answer": () => changed,
  });
  await show(<Shown />);
  await userEvent.click(screen.getByRole("radio", { name: "Клиент" }));
  const puts = () => asked.filter((one) => one.method === "PUT").map((one) => one.body);
  await vi.waitFor(() => expect(puts()).toEqual([{ answer_id: 8 }]));
  await userEvent.click(screen.getByText("as the server has it"));
  expect(screen.getByText("Сумма для клиента.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Вернуть первый ответ" }));
  await vi.waitFor(() => expect(puts()).toEqual([{ answer_id: 8 }, { answer_id: 7 }]));
});

it("an answer that is being made comes about also where the connection breaks after the server has accepted it", async () => {
  const asked = serve({
    "POST /api/v1/answers/7/choice": () => stream(event("accepted", { answer_id: 8 })),
    "GET /api/v1/answers/8": () => chosen,
    "PUT /api/v1/messages/1/answer": () => changed,
  });
  await show(<Shown />);
  await userEvent.click(screen.getByRole("radio", { name: "Клиент" }));
  await vi.waitFor(() => expect(asked.some((one) => one.method === "PUT")).toBe(true));
});

it("a choice that the server refuses leaves the answer and says why", async () => {
  const problem = { type: "/problems/choice-not-offered", title: "This choice was not offered", status: 422 };
  serve({ "POST /api/v1/answers/7/choice": () => Response.json(problem, { status: 422 }) });
  await show(<Shown />);
  await userEvent.click(screen.getByRole("radio", { name: "Клиент" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Такого значения больше нет");
  expect(screen.getByText("Сумма платежей для каждого города.")).toBeTruthy();
});

it("SQL that the guard refuses stays in its editor, with the reason", async () => {
  const problem = { type: "query-refused", title: "Refused", reason: "not_a_query", piece: "DELETE FROM t" };
  const refused = { ...answered, id: 9, state: "failed", edited_sql: "DELETE FROM t", rows: null, columns: null, problem };
  serve({
    "POST /api/v1/queries": () => stream(event("accepted", { answer_id: 9 }), event("answer", refused)),
    "GET /api/v1/answers/9": () => refused,
  });
  await show(<Shown />);
  await userEvent.click(screen.getByRole("tab", { name: "SQL" }));
  await userEvent.click(screen.getByRole("button", { name: "Изменить" }));
  const editor = screen.getByRole("textbox", { name: "Запрос SQL" });
  await userEvent.clear(editor);
  await userEvent.type(editor, "DELETE FROM t");
  await userEvent.click(screen.getByRole("button", { name: "Выполнить" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Выполняются только запросы на чтение");
  expect((screen.getByRole("textbox", { name: "Запрос SQL" }) as HTMLTextAreaElement).value).toBe("DELETE FROM t");
  await userEvent.click(screen.getByRole("button", { name: "Вернуть первый ответ" }));
  expect(screen.getByText("Сумма платежей для каждого города.")).toBeTruthy();
});
