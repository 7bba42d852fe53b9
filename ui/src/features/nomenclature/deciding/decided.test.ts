import { describe, expect, it } from "vitest";

import { itemToAccept, type Row, saidAgain, withSaid } from "./decided";

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
  note_code: null,
  decided_by_person: false,
  decided_by_id: null,
  decided_by: null,
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

describe("saidAgain", () => {
  it("takes back what a person said, where it was the matcher's row", () => {
    expect(saidAgain(row)).toEqual({ decision: "as_matched", itemId: null });
  });

  it("says again what a person had said before", () => {
    const decided = { ...row, decided_by_person: true, decision: "accepted" as const, item_id: 99 };
    expect(saidAgain(decided)).toEqual({ decision: "accepted", itemId: 99 });
  });

  it("leaves the row with its best item, decided by nobody", () => {
    const other = withSaid(row, { decision: "accepted", itemId: 99 }, 3);
    expect(withSaid(other, saidAgain(row), 3)).toMatchObject({ item_id: 11, confidence: 0.6, decided_by_person: false });
  });
});
