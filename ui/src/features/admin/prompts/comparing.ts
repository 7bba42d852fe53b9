/** A piece of text that both versions have, or only the one or the other. */
type Piece = { text: string; side: "both" | "before" | "after" };

/** Beyond this many cells of the table the texts are compared by lines instead of words. */
const MOST_CELLS = 1_000_000;

/** What has to be taken from `before` and added to it to have `after`, by words (long texts by lines), neighbours joined. */
export function differencesOf(before: string, after: string): Piece[] {
  const [words, others] = [wordsOf(before), wordsOf(after)];
  if ((words.length + 1) * (others.length + 1) <= MOST_CELLS) return joined(compare(words, others));
  return joined(compare(linesOf(before), linesOf(after)));
}

/** Words, and the white space between them. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** By the longest common subsequence (Wagner & Fischer, 1974). */
function compare(before: string[], after: string[]): Piece[] {
  const lengths = commonLengths(before, after);
  const pieces: Piece[] = [];
  let [one, other] = [0, 0];
  while (one < before.length || other < after.length) {
    const [here, there] = [before[one], after[other]];
    if (here !== undefined && here === there) {
      pieces.push({ text: here, side: "both" });
      one += 1;
      other += 1;
    } else if (here !== undefined && (there === undefined || at(lengths, one + 1, other) >= at(lengths, one, other + 1))) {
      pieces.push({ text: here, side: "before" });
      one += 1;
    } else {
      pieces.push({ text: there ?? "", side: "after" });
      other += 1;
    }
  }
  return pieces;
}

/** For each two ends of the texts how long their common subsequence is. */
function commonLengths(before: string[], after: string[]): Uint16Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let one = before.length - 1; one >= 0; one -= 1) {
    for (let other = after.length - 1; other >= 0; other -= 1) {
      const isSame = before[one] === after[other];
      const length = isSame ? at(lengths, one + 1, other + 1) + 1 : Math.max(at(lengths, one + 1, other), at(lengths, one, other + 1));
      (lengths[one] as Uint16Array)[other] = length;
    }
  }
  return lengths;
}

function at(lengths: Uint16Array[], one: number, other: number): number {
  return lengths[one]?.[other] ?? 0;
}

function joined(pieces: Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last?.side === piece.side) last.text += piece.text;
    else found.push({ ...piece });
  }
  return found;
}
