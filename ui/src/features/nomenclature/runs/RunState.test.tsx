import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { show } from "@/pieces/testing";

import "../words";
import type { Run } from "./runs";
import { RunState } from "./RunState";

function runOf(job_status: Run["job_status"], counts: Partial<Run["decision_counts"]>): Run {
  const decision_counts = { pending: 0, accepted: 0, needs_review: 0, no_such_item: 0, ...counts };
  const run = { id: 5, catalogue_id: 1, job_id: 9, title: "Prices", file_name: null, header: ["name"], name_column: 0 };
  return { ...run, job_status, candidate_count: 5, row_count: 10, notes: [], created_at: "2026-01-02T03:04:05Z", decision_counts };
}

describe("RunState", () => {
  it.each([
    ["finished" as const, { accepted: 7, needs_review: 3 }, "3 rows to review"],
    ["finished" as const, { accepted: 7, no_such_item: 3 }, "All reviewed"],
    ["cancelled" as const, { accepted: 7, pending: 3 }, "3 rows without an answer"],
    ["started" as const, { accepted: 7, pending: 3 }, "Matching · 7 / 10"],
  ])("tells of a %s run with %o what is left", async (status, counts, words) => {
    await show(<RunState run={runOf(status, counts)} />, "en");
    expect(screen.getByText(words)).toBeDefined();
  });
});
