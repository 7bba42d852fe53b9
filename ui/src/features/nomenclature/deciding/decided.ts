import type { Schemas } from "@/api/client";

export type Row = Schemas["MappingRowOut"];
export type Candidate = Schemas["CandidateOut"];

/** What a person says of a row; `itemId` null keeps the row's item, or its best candidate. */
export type Said = { decision: Schemas["DecisionIn"]["decision"]; itemId: number | null };

/** What a person says of the row with that number. */
export type SaidOf = Said & { number: number };

/** Takes back whatever a person has said of a row. */
export const AS_MATCHED: Said = { decision: "as_matched", itemId: null };

/** The item that accepting a row as it is would take; none where the machine found nothing at all. */
export function itemToAccept(row: Row): number | null {
  return row.item_id ?? row.candidates[0]?.item_id ?? null;
}

/** What is to be said of a row so that it becomes what it is now. */
export function saidAgain(row: Row): Said {
  if (!row.decided_by_person || row.decision === "pending") return AS_MATCHED;
  return { decision: row.decision, itemId: row.decision === "accepted" ? row.item_id : null };
}

/** The row as it will be when the server has heard what was said: the same rules as the server's own. */
export function withSaid(row: Row, said: Said, userId: number | null): Row {
  if (said.decision === "as_matched") return asMatched(row);
  const itemId = itemAfter(row, said);
  const isAnother = said.decision === "accepted" && itemId !== row.item_id;
  return {
    ...row,
    decision: said.decision,
    item_id: itemId,
    confidence: isAnother ? 1 : row.confidence,
    decided_by_person: true,
    decided_by_id: userId,
    decided_by: null, // oneself
    decided_at: null, // the server's clock tells
  };
}

/** As far as the page can tell: whether the matcher was sure enough to accept it, the server tells a moment later. */
function asMatched(row: Row): Row {
  const best = row.candidates[0];
  const found = { item_id: best?.item_id ?? null, confidence: best?.confidence ?? null };
  const undecided = { decided_by_person: false, decided_by_id: null, decided_by: null };
  return { ...row, ...found, ...undecided, decision: "needs_review" };
}

function itemAfter(row: Row, said: Said): number | null {
  if (said.decision === "no_such_item") return null;
  if (said.decision === "needs_review") return row.item_id;
  return said.itemId ?? itemToAccept(row);
}
