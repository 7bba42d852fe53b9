import type { ProofSpan } from "../answer";

/** A part of the question: with what it became, or the text between. */
type Piece = { text: string; span: ProofSpan | null };

/** The whole question in pieces. The server counts characters as code points, JavaScript as UTF-16 units. */
export function piecesOf(question: string, proof: readonly ProofSpan[]): Piece[] {
  const characters = Array.from(question);
  const pieces: Piece[] = [];
  let at = 0;
  const take = (end: number, span: ProofSpan | null) => {
    if (end > at) pieces.push({ text: characters.slice(at, end).join(""), span });
    at = Math.max(at, end);
  };
  for (const span of [...proof].sort((one, other) => one.start - other.start)) {
    if (span.start < at) continue;
    take(span.start, null);
    take(span.end, span);
  }
  take(characters.length, null);
  return pieces;
}

/** Words with a meaning that became nothing. */
export function unusedWords(proof: readonly ProofSpan[]): string[] {
  return proof.filter((span) => span.became === "unused").map((span) => span.text);
}

const RELATIVE = /^(year|quarter|month|week|day|hour) ([+-]\d+) … ([+-]\d+)$/;
const FIXED = /^(\d{4}-\d\d-\d\d)? ?… ?(\d{4}-\d\d-\d\d)?$/;

/** A period as the proof names it: units counted from the present one, or days from the first to before the last. */
type Period =
  | { unit: string; first: number; last: number }
  | { start: string | null; end: string | null };

export function periodOf(target: string): Period | null {
  const relative = RELATIVE.exec(target);
  if (relative) return { unit: relative[1] ?? "", first: Number(relative[2]), last: Number(relative[3]) };
  const fixed = FIXED.exec(target);
  if (!fixed) return null;
  return { start: fixed[1] ?? null, end: fixed[2] ? dayBefore(fixed[2]) : null };
}

/** People say the last day, plans the day after it. */
function dayBefore(day: string): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() - 1);
  return moment.toISOString().slice(0, 10);
}
