import { serve } from "@/pieces/testingServer";

import { cleanup, configure, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { api, given } from "@/api/client";
import { show } from "@/pieces/testing";

import type { AnyAnswer, Assistant } from "./assistant";
import { Conversation } from "./Conversation";

type Answer = AnyAnswer & { text: string };

const over: Answer = { id: 70, state: "answered", stages: [], finished_at: "2026-11-22T09:00:01Z", text: "Ten days." };
const running: Answer = { ...over, state: "running", finished_at: null };
const path = { params: { path: { document_answer_id: 70 } } };

const assistant: Assistant<Answer> = {
  mode: "documents",
  stages: ["search"],
  stageName: (stage) => `stage ${stage}`,
  readAnswer: async () => (await given(api.GET("/api/v1/document-answers/{document_answer_id}", path))) as unknown as Answer,
  stopAnswer: () => given(api.DELETE("/api/v1/document-answers/{document_answer_id}", path)),
  AnswerOf: ({ answer }) => <p>{answer.text}</p>,
};

const chat = { id: 5, mode: "documents", title: "", is_favourite: false, created_at: "2026-11-22T09:00:00Z" };
const message = {
  id: 7,
  chat_id: 5,
  connected_message_id: null,
  answer_id: null,
  document_answer_id: 70,
  query: "How long?",
  answer: "Ten days.",
  sql: null,
  table: null,
  source: null,
  mark: null,
  created_at: "2026-11-22T09:00:00Z",
};

function stream(...told: [string, unknown][]): Response {
  const text = told.map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join("");
  return new Response(text, { headers: { "Content-Type": "text/event-stream" } });
}

function Talk({ first = null }: { first?: number | null }) {
  const [chatId, open] = useState<number | null>(first);
  return <Conversation assistant={assistant} chatId={chatId} onChat={open} onGone={() => open(null)} welcome={() => <p>Ask something</p>} />;
}

configure({ asyncUtilTimeout: 5_000 });
afterEach(cleanup);

beforeEach(() => {
  sessionStorage.clear();
  // A field that grows with its text waits for fonts, which jsdom has none of.
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
});

test("a question typed into a new conversation begins it, and its answer comes into the thread", async () => {
  const asked = serve({
    "POST /api/v1/chats": () => chat,
    "POST /api/v1/chats/5/messages": () =>
      stream(["kept", { message_id: 7 }], ["accepted", { document_answer_id: 70 }], ["answer", over], ["message", message]),
    "GET /api/v1/chats/5/messages": () => ({ entries: [message], next_after: null }),
    "GET /api/v1/document-answers/70": () => over,
    "GET /api/v1/chats": () => ({ entries: [chat], next_after: null }),
  });
  await show(<Talk />, "en");
  expect(screen.getByText("Ask something")).toBeTruthy();
  const field = screen.getByRole("textbox", { name: "Your question" });
  await userEvent.type(field, "How{Shift>}{Enter}{/Shift}long?{Enter}");
  expect(await screen.findByText("Ten days.")).toBeTruthy();
  expect((field as HTMLTextAreaElement).value).toBe("");
  const sent = asked.filter((one) => one.path.endsWith("/5/messages") && one.method === "POST").map((one) => one.body);
  expect(sent).toEqual([{ query: "How\nlong?" }]);
});

test("a question that the server refuses stays in the field", async () => {
  const problem = { type: "/static/docs/problems#no-documents", title: "There are no documents yet", status: 409 };
  serve({
    "GET /api/v1/chats/5/messages": () => ({ entries: [], next_after: null }),
    "POST /api/v1/chats/5/messages": () => new Response(JSON.stringify(problem), { status: 409 }),
    "GET /api/v1/chats": () => ({ entries: [chat], next_after: null }),
  });
  await show(<Talk first={5} />, "en");
  const field = screen.getByRole("textbox", { name: "Your question" });
  await userEvent.type(field, "How long?{Enter}");
  expect(await screen.findByText("There are no documents yet")).toBeTruthy();
  expect((field as HTMLTextAreaElement).value).toBe("How long?");
});

test("an answer that is still being made after a reload is asked for until it is over", async () => {
  const states = [running, running, over];
  serve({
    "GET /api/v1/chats/5/messages": () => ({ entries: [{ ...message, answer: null }], next_after: null }),
    "GET /api/v1/document-answers/70": () => (states.length > 1 ? states.shift() : states[0]),
  });
  await show(<Talk first={5} />, "en");
  expect(await screen.findByText("stage search")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Stop" })).toBeTruthy();
  await waitFor(() => expect(screen.getByText("Ten days.")).toBeTruthy());
});

test("a stream that breaks after the question was kept goes on by asking for the answer", async () => {
  const states = [running, over];
  serve({
    "POST /api/v1/chats/5/messages": () => stream(["kept", { message_id: 7 }], ["accepted", { document_answer_id: 70 }]),
    "GET /api/v1/chats/5/messages": () => ({ entries: [{ ...message, answer: null }], next_after: null }),
    "GET /api/v1/document-answers/70": () => (states.length > 1 ? states.shift() : states[0]),
    "GET /api/v1/chats": () => ({ entries: [chat], next_after: null }),
  });
  await show(<Talk first={5} />, "en");
  await waitFor(() => expect(screen.getByText("Ten days.")).toBeTruthy());
});

test("a dislike is shown at once and may be given a reason", async () => {
  const asked = serve({
    "GET /api/v1/chats/5/messages": () => ({ entries: [message], next_after: null }),
    "GET /api/v1/document-answers/70": () => over,
    "PUT /api/v1/messages/7/mark": ({ body }) => body,
  });
  await show(<Talk first={5} />, "en");
  await userEvent.click(await screen.findByRole("button", { name: "A bad answer" }));
  await userEvent.type(await screen.findByLabelText("What is wrong with it?"), "Old rules");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(asked.filter((one) => one.method === "PUT").map((one) => one.body)).toEqual([
      { value: "dislike", reason: null },
      { value: "dislike", reason: "Old rules" },
    ]),
  );
});

test("a review is brought into sight, and added by Ctrl + Enter", async () => {
  const asked = serve({
    "GET /api/v1/chats/5/messages": () => ({ entries: [message], next_after: null }),
    "GET /api/v1/document-answers/70": () => over,
    "GET /api/v1/messages/7/reviews": () => ({ entries: [], next_after: null }),
    "POST /api/v1/messages/7/reviews": () => ({ id: 1, message_id: 7, user_id: 1, text: "Right.", created_at: chat.created_at }),
  });
  const brought = vi.fn();
  Element.prototype.scrollIntoView = brought;
  await show(<Talk first={5} />, "en");
  await userEvent.click(await screen.findByRole("button", { name: "Reviews" }));
  await userEvent.type(await screen.findByRole("textbox", { name: "Your review" }), "Right.{Control>}{Enter}{/Control}");
  await waitFor(() => expect(asked.find((one) => one.method === "POST")?.body).toEqual({ text: "Right." }));
  await waitFor(() => expect(brought).toHaveBeenCalledWith({ block: "nearest" }));
});

test("what is asked about an answer follows it, and says so", async () => {
  const asked = serve({
    "GET /api/v1/chats/5/messages": () => ({ entries: [message], next_after: null }),
    "GET /api/v1/document-answers/70": () => over,
    "POST /api/v1/chats/5/messages": () => stream(["kept", { message_id: 7 }]),
    "GET /api/v1/chats": () => ({ entries: [chat], next_after: null }),
  });
  await show(<Talk first={5} />, "en");
  await userEvent.click(await screen.findByRole("button", { name: "Ask about this" }));
  expect(screen.getByText("Following: How long?")).toBeTruthy();
  await userEvent.type(screen.getByRole("textbox", { name: "Your question" }), "And how much?{Enter}");
  await waitFor(() =>
    expect(asked.find((one) => one.method === "POST")?.body).toEqual({ query: "And how much?", connected_message_id: 7 }),
  );
});

test("a conversation that was deleted elsewhere is left, and the question waits in a new one", async () => {
  let isThere = true;
  const gone = () =>
    new Response(JSON.stringify({ type: "chat-not-found", title: "No such chat", status: 404 }), {
      status: 404,
      headers: { "Content-Type": "application/problem+json" },
    });
  serve({
    "GET /api/v1/chats/5/messages": () => (isThere ? { entries: [message], next_after: null } : gone()),
    "GET /api/v1/document-answers/70": () => over,
    "GET /api/v1/chats": () => ({ entries: [], next_after: null }),
    "POST /api/v1/chats/5/messages": gone,
  });
  await show(<Talk first={5} />, "en");
  await screen.findByText("Ten days.");
  isThere = false;
  const field = screen.getByRole("textbox", { name: "Your question" });
  await userEvent.type(field, "And then?{Enter}");
  expect(await screen.findByText("Ask something")).toBeTruthy();
  expect((screen.getByRole("textbox", { name: "Your question" }) as HTMLTextAreaElement).value).toBe("And then?");
});

test("what another tab asks comes into the same conversation here", async () => {
  const entries = [message];
  serve({
    "GET /api/v1/chats/5/messages": () => ({ entries, next_after: null }),
    "GET /api/v1/document-answers/70": () => over,
    "GET /api/v1/chats": () => ({ entries: [chat], next_after: null }),
  });
  await show(<Talk first={5} />, "en");
  await screen.findByText("Ten days.");
  entries.push({ ...message, id: 8, query: "Asked beside?" });
  const elsewhere = new BroadcastChannel("spravka.chats");
  elsewhere.postMessage({ chatId: 5 });
  expect(await screen.findByText("Asked beside?")).toBeTruthy();
  elsewhere.close();
});
