import { beforeEach, expect, test } from "vitest";

import { handOnDraft, keepDraft, moveDraft, readDraft } from "./drafts";

beforeEach(() => sessionStorage.clear());

test("a draft is kept until it is empty", () => {
  keepDraft("documents.1", "What does");
  expect(readDraft("documents.1")).toBe("What does");
  keepDraft("documents.1", "");
  expect(sessionStorage).toHaveLength(0);
});

test("the draft of a new conversation goes on in the one it becomes", () => {
  keepDraft("documents.new", "What does");
  moveDraft("documents.new", "documents.5");
  expect([readDraft("documents.new"), readDraft("documents.5")]).toEqual(["", "What does"]);
});

test("the draft of a conversation that is gone is put behind what waits already", () => {
  keepDraft("documents.5", "What else?");
  keepDraft("documents.new", "What does");
  handOnDraft("documents.5", "documents.new");
  expect([readDraft("documents.5"), readDraft("documents.new")]).toEqual(["", "What does\nWhat else?"]);
});
