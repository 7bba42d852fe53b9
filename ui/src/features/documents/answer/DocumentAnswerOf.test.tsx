import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import type { Message } from "@/chat/chats";
import { show } from "@/pieces/testing";

import { ViewingContext } from "../viewing";
import "../words";
import type { DocumentAnswer, Quotation } from "./answer";
import { DocumentAnswerOf } from "./DocumentAnswerOf";

afterEach(cleanup);

const quotation: Quotation = {
  number: 1,
  is_answer: true,
  document_id: 3,
  document_name: "contract.pdf",
  page: 2,
  text: "The buyer pays within ten days.",
  headings: ["Payment"],
  pages: [],
  boxes: [],
  words: [],
};

const answered: DocumentAnswer = {
  id: 70,
  question: "When is it paid?",
  language: "en",
  scope: { document_ids: [], folder_ids: [] },
  state: "answered",
  previous_document_answer_id: null,
  text: "",
  sentences: null,
  quotations: [quotation],
  stages: [],
  warnings: [],
  readiness: null,
  details: {},
  problem: null,
  created_at: "",
  finished_at: "",
};

const message = {} as Message;

async function showAnswer(part: Partial<DocumentAnswer>) {
  const openQuotation = vi.fn();
  const onAsk = vi.fn();
  const viewing = { shown: null, openQuotation, openDocument: vi.fn() };
  await show(
    <ViewingContext value={viewing}>
      <DocumentAnswerOf message={message} answer={{ ...answered, ...part }} isLast onAsk={onAsk} />
    </ViewingContext>,
    "en",
  );
  return { openQuotation, onAsk };
}

test("a quotation that answers stands whole, and a press opens its page", async () => {
  const { openQuotation } = await showAnswer({});
  await userEvent.click(screen.getByText(quotation.text));
  expect(openQuotation).toHaveBeenCalledWith(quotation, 70);
});

test("a sentence leads to what it rests on, and one that nothing supports is marked", async () => {
  const { openQuotation } = await showAnswer({
    sentences: [
      { text: "In ten days.", quotations: [1], support: "supported", missing: [] },
      { text: "In gold.", quotations: [], support: "unsupported", missing: ["gold"] },
    ],
  });
  await userEvent.click(screen.getByRole("button", { name: /Quotation 1: contract\.pdf, p\. 2/ }));
  expect(openQuotation).toHaveBeenCalledWith(quotation, 70);
  expect(screen.getByRole("img", { name: "The documents do not support this sentence." })).toBeTruthy();
});

test("that the documents do not say it is told apart from that they are not read", async () => {
  await showAnswer({ state: "not_found", text: "These documents do not say it.", quotations: [] });
  expect(screen.getByText("These documents do not say it.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Ask again" })).toBeNull();
});

test("an answer that came too early offers to ask again, and tells how much was read", async () => {
  const readiness = { document_count: 1, page_count: 40, ready_page_count: 10, unread_document_count: 1 };
  const { onAsk } = await showAnswer({ state: "not_ready", text: "Ask later.", quotations: [], readiness });
  expect(screen.getByText("10 of 40 pages were read")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Ask again" }));
  expect(onAsk).toHaveBeenCalledWith("When is it paid?");
});

test("an answer that broke may be asked for again", async () => {
  const problem = { type: "document-answer-broke", title: "The answer from documents broke", detail: "Ask again." };
  await showAnswer({ state: "failed", text: "Ask again.", quotations: [], problem });
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});

test("warnings stand below the answer", async () => {
  await showAnswer({ warnings: [{ kind: "unfinished", text: "One document could not be read to its end." }] });
  expect(screen.getByText("One document could not be read to its end.")).toBeTruthy();
});

test("what was found before somebody stopped the answer stays", async () => {
  const { onAsk } = await showAnswer({ state: "cancelled" });
  expect(screen.getByText(quotation.text)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Ask again" }));
  expect(onAsk).toHaveBeenCalledWith("When is it paid?");
});
