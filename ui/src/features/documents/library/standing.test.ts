import { expect, test } from "vitest";

import { type Document, pollAfter } from "./documents";
import { readShare, standingOf } from "./standing";

const ready: Document = {
  id: 1,
  name: "contract.pdf",
  folder_id: null,
  content_type: "application/pdf",
  size_bytes: 1,
  status: "ready",
  status_reason: null,
  page_count: 40,
  ready_page_count: 40,
  unrecognised_page_count: 0,
  passage_count: 1,
  has_page_images: true,
  is_found_by_meaning: true,
  uploaded_by_id: 1,
  job_id: 1,
  created_at: "",
};

test.each([
  [{}, "ready", "good"],
  [{ status: "queued", page_count: null, ready_page_count: 0 }, "queued", "busy"],
  [{ status: "reading", ready_page_count: 12 }, "reading", "busy"],
  [{ status: "reading", page_count: null }, "readingUncounted", "busy"],
  [{ status: "embedding" }, "embedding", "busy"],
  [{ status: "failed" }, "failed", "bad"],
  [{ status: "stopped" }, "stopped", "warn"],
  [{ unrecognised_page_count: 3 }, "ready", "warn"],
] as [Partial<Document>, string, string][])("a document %j is told as %s, %s", (part, word, tone) => {
  expect(standingOf({ ...ready, ...part })).toMatchObject({ word, tone });
});

test("the share read is known once the pages are counted", () => {
  expect(readShare(standingOf({ ...ready, status: "reading", ready_page_count: 10 }))).toBe(0.25);
  expect(readShare(standingOf({ ...ready, status: "reading", page_count: null }))).toBeNull();
});

test("documents are asked for again soon while they are read, and seldom when nothing happens to them", () => {
  const quiet = pollAfter([{ status: "ready" }, { status: "failed" }, { status: "stopped" }]);
  const [reading, embedding] = [pollAfter([{ status: "ready" }, { status: "reading" }]), pollAfter([{ status: "embedding" }])];
  expect(reading).toBeLessThan(embedding ?? 0);
  expect(embedding).toBeLessThan(quiet);
});
