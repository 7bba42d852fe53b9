import type { Note } from "../imports";

const codes = [
  "encoding", "characters_replaced", "one_column", "unclosed_quotes", "sheet_chosen", "hidden_sheets", "odd_formulas",
  "html", "control_characters_removed", "no_header", "header_found", "rows_above_header", "merged_cells_filled",
] as const;
export type NoteCode = (typeof codes)[number];

/** A note that the page has words for; `value` is what differs from file to file. */
export type ToldNote = { code: NoteCode; value: string };

/** The notes in the page's own words; one that it has no words for is left out. */
export function notesTold(notes: readonly Note[]): ToldNote[] {
  return notes.flatMap(({ code, value }) => {
    const known = codes.find((one) => one === code);
    return known ? [{ code: known, value }] : [];
  });
}
