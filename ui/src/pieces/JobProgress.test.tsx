import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { JobState, partOf } from "./JobProgress";
import { show } from "./testing";
import { isOver, type Job } from "./useJob";

afterEach(cleanup);

const started: Job = {
  id: 7,
  kind: "learn_database",
  queue: "maintenance",
  status: "started",
  stage: "values",
  ready_count: 1_200,
  total_count: 5_000,
  problem: null,
  attempt: 1,
  created_at: "2026-11-22T10:00:00Z",
  started_at: "2026-11-22T10:00:01Z",
  finished_at: null,
};

describe("how far a job is", () => {
  it("is told by its stage and by how many of how many", async () => {
    await show(<JobState job={started} />, "en");
    expect(screen.getByRole("status").textContent).toBe("Collecting values");
    expect(screen.getByText("1,200 of 5,000")).toBeTruthy();
    expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("24");
  });

  it("is told in Russian with Russian numbers", async () => {
    await show(<JobState job={started} />);
    expect(screen.getByText(/^1\s200 из 5\s000$/)).toBeTruthy();
  });

  it("shows a stage it has no words for as the server names it", async () => {
    await show(<JobState job={{ ...started, stage: "counting", attempt: 2 }} />, "en");
    expect(screen.getByRole("status").textContent).toBe("counting (resumed, attempt 2)");
  });

  it("tells why it failed, without a bar", async () => {
    const problem = { type: "database-unreachable", title: "The database does not answer", detail: "Check the address." };
    await show(<JobState job={{ ...started, status: "failed", problem }} />, "en");
    expect(screen.getByText("The database does not answer")).toBeTruthy();
    expect(screen.getByText("Check the address.")).toBeTruthy();
    expect(screen.queryByRole("progressbar")).toBeNull();
  });

  it.each([
    [0, 0, null],
    [5, null, null],
    [1, 4, 25],
    [9, 4, 100],
  ])("of %s of %s is %s percent", (ready_count, total_count, part) => {
    expect(partOf({ ready_count, total_count })).toBe(part);
  });

  it.each([
    ["queued", false],
    ["started", false],
    ["finished", true],
    ["failed", true],
    ["cancelled", true],
  ] as const)("in status %s is over: %s", (status, over) => {
    expect(isOver({ status })).toBe(over);
  });
});
