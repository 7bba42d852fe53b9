import { describe, expect, it } from "vitest";

import { notesOf, type Prompt } from "./prompts";

const prompt = (id: number, table_name: string, version: number, is_active: boolean): Prompt => ({
  id,
  table_name,
  version,
  is_active,
  text: "",
  created_by_id: null,
  created_at: "2026-11-22T10:00:00Z",
});

describe("the notes on tables", () => {
  it("are gathered by table, the newest version first, with the one in use", () => {
    const notes = notesOf([prompt(1, "orders", 1, true), prompt(2, "clients", 1, false), prompt(3, "orders", 2, false)]);
    expect(notes.map(({ table, versions, active }) => [table, versions.map(({ id }) => id), active?.id])).toEqual([
      ["clients", [2], undefined],
      ["orders", [3, 1], 1],
    ]);
  });
});
