import { serve } from "@/pieces/testingServer";

import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";

import { pageOf, showAt } from "../testing";
import type { Example } from "./examples";
import { ExamplesSection } from "./ExamplesSection";

afterEach(cleanup);

const result = (...rows: unknown[][]) => ({ hash: "…", row_count: rows.length, columns: [{ name: "region" }, { name: "total" }], rows });
const changed: Example = {
  id: 4,
  question: "Sales by region",
  sql: "SELECT region, SUM(amount) FROM sales GROUP BY region",
  state: "approved",
  answer_id: 1,
  decided_by_id: 1,
  decided_at: "2026-11-20T08:00:00Z",
  expected: result(["South", 10]),
  replayed: result(["South", 12], ["North", 3]),
  replay_state: "changed",
  replayed_at: "2026-11-22T02:00:00Z",
  created_at: "2026-11-20T08:00:00Z",
};

describe("the examples", () => {
  it("that have changed show both results, and the new one is taken as right by a button", async () => {
    const asked = serve({
      "GET /api/v1/examples": ({ query }) => (query.state === "approved" ? pageOf(changed) : pageOf()),
      "POST /api/v1/examples/4/approval": () => ({ ...changed, replay_state: "same" }),
    });
    await showAt("/admin", ExamplesSection, "en");
    expect(await screen.findByText("Nothing to decide")).toBeTruthy();
    await userEvent.click(screen.getByRole("radio", { name: "Approved" }));
    expect(await screen.findByText("The result has changed")).toBeTruthy();
    expect(screen.getByText("1 row")).toBeTruthy();
    expect(screen.getByText("2 rows")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "The new result is right" }));
    await waitFor(() => expect(asked.some(({ path }) => path.endsWith("/approval"))).toBe(true));
  }, 30_000);

  it("are run again now by a button, and how far it is, is followed", async () => {
    const job = { id: 9, kind: "replay_examples", status: "started", stage: "replaying", ready_count: 1, total_count: 4, problem: null, attempt: 1 };
    serve({
      "GET /api/v1/examples": () => pageOf(),
      "POST /api/v1/examples/replay": () => Response.json(job, { status: 202 }),
      "GET /api/v1/jobs/9/events": () => new Response(`event: job\ndata: ${JSON.stringify(job)}\n\n`),
    });
    await showAt("/admin", ExamplesSection, "en");
    await userEvent.click(await screen.findByRole("button", { name: "Run them now" }));
    expect(await screen.findByText("1 of 4")).toBeTruthy();
  }, 30_000);
});
