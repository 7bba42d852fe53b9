/** A piece of a name: a word or a number that the other name has too, one that it has not, or what stands between. */
export type Piece = { text: string; kind: "alike" | "word" | "number" | "between" };

type Token = { text: string; index: number; key: string; isNumber: boolean };

/** Words and numbers apart, also where they are written together: `А500С`, `900Вт`, `3х2,5`. */
const TOKEN = /\p{L}+|\d+(?:[.,]\d+)?/gu;
const STEM = 5;
const SHORTEST_BEGINNING = 3;

/** A name in pieces, compared with another: what the two share, and the words and numbers that the other lacks. */
export function piecesOf(name: string, other: string): Piece[] {
  const tokens = tokensOf(name);
  const shared = sharedOf(tokens, tokensOf(other));
  const pieces: Piece[] = [];
  let end = 0;
  tokens.forEach(({ text, index, isNumber }, place) => {
    if (index > end) pieces.push({ text: name.slice(end, index), kind: "between" });
    pieces.push({ text, kind: shared.has(place) ? "alike" : isNumber ? "number" : "word" });
    end = index + text.length;
  });
  if (end < name.length) pieces.push({ text: name.slice(end), kind: "between" });
  return joined(pieces);
}

/**
 * Places of the tokens that the other name has too, each token of it taken once: first those in the same order, so
 * that the 4 of `4 мм` is none for the 4 of `сорт 2/4`, then those that only stand elsewhere.
 */
function sharedOf(tokens: readonly Token[], others: readonly Token[]): ReadonlySet<number> {
  const pairs = inOrder(tokens, others);
  const shared = new Set(pairs.map(([place]) => place));
  const taken = new Set(pairs.map(([, place]) => place));
  tokens.forEach((token, place) => {
    if (shared.has(place)) return;
    const found = others.findIndex((other, at) => !taken.has(at) && isAlike(token, other));
    if (found < 0) return;
    shared.add(place);
    taken.add(found);
  });
  return shared;
}

/** The longest common subsequence: pairs of places. */
function inOrder(tokens: readonly Token[], others: readonly Token[]): [number, number][] {
  const width = others.length + 1;
  const lengths = new Uint16Array((tokens.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  const isPair = (row: number, column: number) => {
    const [token, other] = [tokens[row], others[column]];
    return token !== undefined && other !== undefined && isAlike(token, other);
  };
  for (let row = tokens.length - 1; row >= 0; row -= 1) {
    for (let column = others.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = isPair(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < tokens.length && column < others.length; ) {
    if (isPair(row, column)) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** The same key; or one word that only begins the other: `мет.` for «металлическая». */
function isAlike(one: Token, other: Token): boolean {
  if (one.key === other.key) return true;
  if (one.isNumber || other.isNumber || Math.min(one.key.length, other.key.length) < SHORTEST_BEGINNING) return false;
  return one.key.startsWith(other.key) || other.key.startsWith(one.key);
}

/** The words and numbers of a name, without the signs of its sizes and its prepositions. */
function tokensOf(name: string): Token[] {
  const found: Token[] = [];
  for (const { 0: text, index } of name.matchAll(TOKEN)) {
    if (isSign(name, text, index) || isPreposition(name, text, index)) continue;
    found.push({ text, index, key: keyOf(text), isNumber: /^\d/.test(text) });
  }
  return found;
}

/** The sign between the numbers of a size, such as `3х2,5`. */
function isSign(name: string, text: string, index: number): boolean {
  return /^[xхXХ]$/.test(text) && /\d\s*$/.test(name.slice(0, index)) && /^\s*\d/.test(name.slice(index + 1));
}

function isPreposition(name: string, text: string, index: number): boolean {
  return /^(?:с|со|в|во|на|и|к|о|по|из|от|до|of|in|for|and|a)$/.test(text) && /^(?:|.*\s)$/s.test(name.slice(0, index)) && /^\s/.test(name.slice(index + text.length));
}

/** Spellings of one word share a key: letter case, ё, Latin look-alikes, decimal commas, endings of long words. */
function keyOf(part: string): string {
  const bare = part.toLowerCase().replaceAll("ё", "е").replaceAll(",", ".").replace(/[a-z]/g, (letter) => alike[letter] ?? letter);
  if (/^\d/.test(bare)) return String(Number(bare));
  return bare.length > STEM ? bare.slice(0, Math.max(STEM, bare.length - 3)) : bare;
}

/** Neighbours of one kind drawn as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else found.push({ ...piece });
  }
  return found;
}

/** Latin letters that look like Cyrillic ones. */
const alike: Readonly<Record<string, string>> = {
  a: "а", b: "в", c: "с", e: "е", h: "н", k: "к", m: "м", o: "о", p: "р", t: "т", x: "х", y: "у",
};
