import { expect, test } from "vitest";

import { begun, withEvent } from "./asking";
import { nextStage } from "./Stages";

test("what the stream tells adds up to what is known", () => {
  let now = begun("How long?");
  now = withEvent(now, "kept", { message_id: 7 });
  now = withEvent(now, "accepted", { document_answer_id: 70 });
  now = withEvent(now, "stage", { stage: "search", state: "done", milliseconds: 12, result: {} });
  now = withEvent(now, "sentence", { text: "Ten days." });
  now = withEvent(now, "answer", { id: 70 });
  expect(now).toMatchObject({ question: "How long?", messageId: 7, answerId: 70, answer: { id: 70 } });
  expect(now.stages).toHaveLength(1);
  expect(now.sentences).toEqual([{ text: "Ten days." }]);
});

test("an answer of a database has its id under another name", () => {
  expect(withEvent(begun("?"), "accepted", { answer_id: 3 }).answerId).toBe(3);
});

test("an event of a later server changes nothing", () => {
  const now = begun("?");
  expect(withEvent(now, "unheard-of", {})).toBe(now);
});

test("the stage after the last one told is the one the server works at", () => {
  const order = ["search", "quotations", "llm"];
  expect(nextStage(order, [])).toBe("search");
  expect(nextStage(order, [{ stage: "search" }])).toBe("quotations");
  expect(nextStage(order, [{ stage: "llm" }])).toBeNull();
});
