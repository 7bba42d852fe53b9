import { expect, test } from "vitest";

import type { Message } from "./chats";
import { followedBefore } from "./Thread";

function message(id: number, follows: number | null): Message {
  const nothing = { answer_id: null, document_answer_id: null, answer: null, sql: null, table: null, source: null };
  return { id, chat_id: 1, connected_message_id: follows, query: `Question ${id}`, created_at: "2026-11-22T09:00:00Z", ...nothing };
}

test("what a question follows is told only where it is not the one just above", () => {
  const messages = [message(1, null), message(2, 1), message(3, 1), message(4, 99)];
  expect(messages.map((_, index) => followedBefore(messages, index)?.id ?? null)).toEqual([null, null, 1, null]);
});
