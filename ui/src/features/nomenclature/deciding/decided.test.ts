import { describe, expect, it } from "vitest";

import { itemToAccept, type Row, withSaid } from "./decided";

const candidate = { item_id: 11, code: "A", name: "Pipe", unit: null, group_code: "1", confidence: 0.6, reasons: {} };
const row: Row = {
  number: 1,
  file_row_number: 2,
  cells: ["Pipe"],
  name: "Pipe",
  decision: "needs_review",
  group_code: "1",
  group_confidence: 0.9,
  groups: [],
  item_id: 11,
  confidence: 0.6,
  candidates: [candidate],
  note: null,
  decided_by_person: false,
  decided_by_id: null,
  decided_at: null,
};

describe("withSaid", () => {
  it("keeps the machine's confidence where its own item is accepted", () => {
    const after = withSaid(row, { decision: "accepted", itemId: null }, 3);
    expect(after).toMatchObject({ decision: "accepted", item_id: 11, confidence: 0.6, decided_by_person: true, decided_by_id: 3 });
  });

  it("is sure of another item that a person has chosen", () => {
    expect(withSaid(row, { decision: "accepted", itemId: 99 }, 3)).toMatchObject({ item_id: 99, confidence: 1 });
  });

  it("takes the best candidate where the machine held that there was none", () => {
    const without = { ...row, decision: "no_such_item" as const, item_id: null };
    expect(withSaid(without, { decision: "accepted", itemId: null }, 3).item_id).toBe(11);
  });

  it("leaves no item where there is none", () => {
    expect(withSaid(row, { decision: "no_such_item", itemId: null }, 3).item_id).toBeNull();
  });
});

describe("itemToAccept", () => {
  it("is none where nothing was found", () => {
    expect(itemToAccept({ ...row, item_id: null, candidates: [] })).toBeNull();
  });
});
