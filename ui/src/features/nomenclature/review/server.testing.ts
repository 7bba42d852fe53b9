import type { Schemas } from "@/api/client";
import { type Asked, serve } from "@/pieces/testingServer";

import type { Row } from "../deciding/decided";

/** A server of one run, as far as the review asks it; `decided` is what it was told, `isAway` makes it unreachable. */
export class RunServer {
  readonly decided: Schemas["RowDecisionIn"][] = [];
  readonly started: unknown[] = [];
  readonly changed = new Map<number, Partial<Row>>();
  isAway = false;

  constructor(private readonly rowCount: number) {}

  /** Every request of the page goes to this server from now on. */
  listen(): void {
    const job = { id: 9, status: "finished", ready_count: this.rowCount, total_count: this.rowCount, finished_at: "2026-01-02T03:04:05Z" };
    const answers: Record<string, (asked: Asked) => unknown> = {
      "GET users/me": () => ({ id: 3, email: "a@b.c", full_name: null, tenants: [], current_tenant_id: 1 }),
      "GET catalogues": () => pageOf([catalogue]),
      "GET catalogues/1/groups": () => pageOf([]),
      "GET catalogues/1/items": () => pageOf([]),
      "GET jobs/9": () => job,
      "POST mappings": ({ body }) => this.start(body),
      "GET mappings/5": () => this.run(),
      "GET mappings/5/rows": ({ query }) => this.rows(query),
      "GET mappings/5/row-numbers": ({ query }) => ({ numbers: this.numbers(query) }),
      "GET mappings/5/groups": () => [],
      "GET mappings/5/decisions": () => ({ decisions: this.decisions() }),
      "POST mappings/5/decisions": ({ body }) => this.decide(body as Schemas["DecisionsIn"]),
    };
    const reachable = Object.entries(answers).map(([route, answer]) => [
      route.replace(" ", " /api/v1/"),
      (asked: Asked) => {
        if (this.isAway) throw new TypeError("Failed to fetch");
        return answer(asked);
      },
    ]);
    serve(Object.fromEntries(reachable) as typeof answers);
  }

  private run(): Schemas["MappingOut"] {
    const decision_counts = { pending: 0, needs_review: this.rowCount, accepted: 0, no_such_item: 0 };
    const run = { id: 5, catalogue_id: 1, job_id: 9, job_status: "finished" as const, title: "Price list", file_name: null, header: ["name"], name_column: 0 };
    return { ...run, candidate_count: 2, row_count: this.rowCount, notes: [], created_at: "2026-01-02T03:04:05Z", decision_counts };
  }

  private start(wanted: unknown): Schemas["MappingOut"] {
    this.started.push(wanted);
    return this.run();
  }

  /** Those asked for by number, or (`decided_since`) all that have been decided. */
  private rows({ numbers }: Record<string, string>): Schemas["Page_MappingRowOut_"] {
    const asked = numbers === undefined ? [...this.changed.keys()] : numbers.split(",").map(Number);
    return { entries: asked.map((number) => this.row(number)), next_after: null };
  }

  private decisions(): Schemas["PersonDecisionOut"][] {
    const rows = [...this.changed.keys()].map((number) => this.row(number)).filter((row) => row.decided_by_person);
    return rows.map(({ number, decision, item_id }) => ({ number, decision, item_id }));
  }

  private numbers({ decision, descending }: Record<string, string>): number[] {
    const all = Array.from({ length: this.rowCount }, (_, place) => place + 1);
    const found = all.filter((number) => decision === undefined || this.row(number).decision === decision);
    return descending === undefined ? found : found.reverse();
  }

  private row(number: number): Row {
    const found = { file_row_number: null, cells: [], group_code: "1", group_confidence: 0.9, groups: [], note: null, note_code: null };
    const candidates = [candidateOf(number, "best", 0.6), candidateOf(number, "second", 0.2)];
    const undecided = { decided_by_person: false, decided_by_id: null, decided_by: null, decided_at: null };
    const row = { number, name: `Pipe ${number}`, decision: "needs_review", item_id: number * 10, confidence: 0.6 } as const;
    return { ...found, ...row, candidates, ...undecided, ...this.changed.get(number) };
  }

  private decide(wanted: Schemas["DecisionsIn"]): Schemas["DecisionsOut"] {
    for (const one of wanted.decisions) {
      this.decided.push(one);
      if (one.decision === "as_matched") this.changed.delete(one.number);
      else this.changed.set(one.number, { decision: one.decision, decided_by_person: true, decided_by_id: 3, decided_at: "2026-01-02T03:04:06Z" });
    }
    return { decided_count: wanted.decisions.length };
  }
}

function pageOf<T>(entries: T[]) {
  return { entries, next_after: null };
}

const catalogue: Schemas["CatalogueOut"] = {
  id: 1,
  slug: "materials",
  name: "Materials",
  accept_from: 0.9,
  no_item_below: 0.1,
  indexed_at: "2026-01-01T00:00:00Z",
  created_at: "2026-01-01T00:00:00Z",
};

function candidateOf(number: number, word: string, confidence: number): Row["candidates"][number] {
  const item_id = number * 10 + (word === "best" ? 0 : 1);
  const reasons = { agreeing: [], differing: ["57 ≠ 76"], missing: [], words_shared: ["pipe"], words_missing: [], sources: ["words"] };
  return { item_id, code: `C${item_id}`, name: `Pipe ${number} ${word}`, unit: null, group_code: "1", confidence, reasons };
}
