/** A piece of a name: a word or number that the other name has too, one that it has not, or what stands between. */
export type Piece = { text: string; kind: "alike" | "different" | "between" };

const TOKEN = /[\p{L}\p{N}]+(?:[.,][0-9]+)*/gu;
const STEM = 5;

/** A name in pieces, compared with another: the words the two share, and those the other lacks. */
export function piecesOf(name: string, other: string): Piece[] {
  const known = new Set([...other.matchAll(TOKEN)].flatMap(([token]) => keysOf(token)));
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of name.matchAll(TOKEN)) {
    if (found.index > end) pieces.push({ text: name.slice(end, found.index), kind: "between" });
    for (const part of partsOf(found[0])) {
      pieces.push({ text: part, kind: isSign(part) ? "between" : known.has(keyOf(part)) ? "alike" : "different" });
    }
    end = found.index + found[0].length;
  }
  if (end < name.length) pieces.push({ text: name.slice(end), kind: "between" });
  return pieces;
}

/** A size such as `3х2,5` falls into its numbers and the signs between them; a word stays whole. */
function partsOf(token: string): string[] {
  return /^[\d.,]+(?:[xхXХ][\d.,]+)+$/.test(token) ? token.split(/([xхXХ])/) : [token];
}

function isSign(part: string): boolean {
  return /^[xхXХ]$/.test(part);
}

function keysOf(token: string): string[] {
  return partsOf(token).map(keyOf);
}

/** Spellings of one word share a key: letter case, ё, Latin look-alikes, decimal commas, endings of long words. */
function keyOf(part: string): string {
  const bare = part.toLowerCase().replaceAll("ё", "е").replaceAll(",", ".").replace(/[a-z]/g, (letter) => alike[letter] ?? letter);
  if (/^\d+(\.\d+)?$/.test(bare)) return String(Number(bare));
  return /^\p{L}+$/u.test(bare) && bare.length > STEM ? bare.slice(0, Math.max(STEM, bare.length - 3)) : bare;
}

/** Latin letters that look like Cyrillic ones. */
const alike: Readonly<Record<string, string>> = {
  a: "а", b: "в", c: "с", e: "е", h: "н", k: "к", m: "м", o: "о", p: "р", t: "т", x: "х", y: "у",
};
