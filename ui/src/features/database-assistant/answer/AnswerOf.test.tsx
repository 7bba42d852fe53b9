import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Message } from "@/chat/chats";
import { show } from "@/pieces/testing";

import "../words";
import { AnswerOf } from "./AnswerOf";
import { answered } from "./testing";

const options = [
  { target: "city.name = Уфа", label: "Город" },
  { target: "client.name = Уфа", label: "Клиент" },
];
const ambiguous = { ...answered, choices: [{ text: "Уфа", options }] };
const chosen = { ...answered, id: 8, text: "Строк: 5." };
const message = { id: 1, chat_id: 1, query: answered.question, answer_id: 7 } as Message;

const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
const stage = { stage: "tables", state: "done", milliseconds: 3, result: { tables: ["payment"] } };

/** A server that signs anybody in and answers everything else with these events. */
function serve(...told: string[]) {
  const asked: [string, unknown][] = [];
  const answer = (path: string, init?: RequestInit) => {
    if (path.endsWith("/auth/token")) return Response.json({ access_token: "a", expires_in: 900 });
    asked.push([path, JSON.parse(String(init?.body))]);
    return new Response(told.join(""));
  };
  vi.stubGlobal("fetch", (path: string, init?: RequestInit) => Promise.resolve(answer(path, init)));
  return asked;
}

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const showIt = () => show(<AnswerOf message={message} answer={ambiguous} isLast onAsk={vi.fn()} />);

describe("a chosen meaning", () => {
  it("is answered anew in the place of the first answer, to which one can go back", async () => {
    const asked = serve(event("accepted", { answer_id: 8 }), event("stage", stage), event("answer", chosen));
    await showIt();
    await userEvent.click(screen.getByRole("radio", { name: "Клиент" }));
    expect(await screen.findByText("Строк: 5.")).toBeTruthy();
    expect(asked).toEqual([["/api/v1/answers/7/choice", { words: "Уфа", target: "client.name = Уфа" }]]);
    await userEvent.click(screen.getByRole("button", { name: "Вернуть первый ответ" }));
    expect(screen.getByText("Строк: 2.")).toBeTruthy();
  });

  it("is remembered in this tab, also where the connection breaks after the server has accepted it", async () => {
    serve(event("accepted", { answer_id: 8 }));
    await showIt();
    await userEvent.click(screen.getByRole("radio", { name: "Клиент" }));
    await vi.waitFor(() => expect(sessionStorage.getItem("spravka.draft.database.instead.7")).toBe("8"));
  });

  it("that the server refuses leaves the answer and says why", async () => {
    vi.stubGlobal("fetch", (path: string) =>
      Promise.resolve(
        path.endsWith("/auth/token")
          ? Response.json({ access_token: "a", expires_in: 900 })
          : Response.json({ type: "/problems/choice-not-offered", title: "This choice was not offered", status: 422 }, { status: 422 }),
      ),
    );
    await showIt();
    await userEvent.click(screen.getByRole("radio", { name: "Клиент" }));
    expect((await screen.findByRole("alert")).textContent).toContain("This choice was not offered");
    expect(screen.getByText("Строк: 2.")).toBeTruthy();
  });
});
