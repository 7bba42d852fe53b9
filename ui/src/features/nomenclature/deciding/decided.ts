import type { Schemas } from "@/api/client";

export type Row = Schemas["MappingRowOut"];
export type Candidate = Schemas["CandidateOut"];

/** What a person says of a row; `itemId` null keeps the row's item, or its best candidate. */
export type Said = { decision: "accepted" | "needs_review" | "no_such_item"; itemId: number | null };

/** The item that accepting a row as it is would take; none where the machine found nothing at all. */
export function itemToAccept(row: Row): number | null {
  return row.item_id ?? row.candidates[0]?.item_id ?? null;
}

/** The row as it will be when the server has heard what was said: the same rules as the server's own. */
export function withSaid(row: Row, said: Said, userId: number | null): Row {
  const itemId = itemAfter(row, said);
  const isAnother = said.decision === "accepted" && itemId !== row.item_id;
  return {
    ...row,
    decision: said.decision,
    item_id: itemId,
    confidence: isAnother ? 1 : row.confidence,
    decided_by_person: true,
    decided_by_id: userId,
    decided_at: null, // the server's clock tells
  };
}

function itemAfter(row: Row, said: Said): number | null {
  if (said.decision === "no_such_item") return null;
  if (said.decision === "needs_review") return row.item_id;
  return said.itemId ?? itemToAccept(row);
}
