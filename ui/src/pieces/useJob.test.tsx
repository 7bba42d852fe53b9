import { serve } from "./testingServer";

import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { JobProgress } from "./JobProgress";
import { show } from "./testing";
import type { Job } from "./useJob";

const job: Job = {
  id: 7,
  kind: "replay_examples",
  queue: "maintenance",
  status: "started",
  stage: "replaying",
  ready_count: 1,
  total_count: 2,
  problem: null,
  attempt: 1,
  created_at: "2026-11-22T10:00:00Z",
  started_at: null,
  finished_at: null,
};

afterEach(cleanup);

const told = (...states: Job[]) => new Response(states.map((state) => `event: job\ndata: ${JSON.stringify(state)}\n\n`).join(""));

describe("a job that is followed", () => {
  it("ends by the server's events, which is told once", async () => {
    const ended = { ...job, status: "finished" as const, ready_count: 2 };
    serve({ "GET /api/v1/jobs/7": () => job, "GET /api/v1/jobs/7/events": () => told(job, ended) });
    const onEnd = vi.fn();
    await show(<JobProgress jobId={7} onEnd={onEnd} />, "en");
    await waitFor(() => expect(onEnd).toHaveBeenCalledTimes(1));
    expect(onEnd.mock.calls[0]?.[0]).toMatchObject({ status: "finished" });
  });

  it("is asked for again and again where there are no events", async () => {
    let asked = 0;
    serve({ "GET /api/v1/jobs/7": () => (asked++ === 0 ? job : { ...job, status: "finished" }) });
    await show(<JobProgress jobId={7} />, "en");
    expect(await screen.findByText("Running the examples")).toBeTruthy();
    expect(await screen.findByText("Done", {}, { timeout: 5_000 })).toBeTruthy();
  });
});
