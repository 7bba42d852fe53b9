type TokenKind = "keyword" | "function" | "string" | "number" | "name" | "comment" | "sign" | "space";
export type Token = { kind: TokenKind; text: string };

const KEYWORDS = new Set(
  (
    "all and any as asc between by case cast cross current_date current_timestamp date day desc distinct else end " +
    "escape except exists extract false fetch filter first for from full group having ilike in inner intersect interval " +
    "is join last lateral left like limit month natural next not null nulls offset on only or order outer over " +
    "partition range right row rows select similar some table then top true union unknown using values when where " +
    "window with within year"
  ).split(" "),
);

/** The parts of SQL that are told apart by colour. What stands alone at the end (an open string) is taken as it is. */
const PARTS = [
  ["comment", /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
  ["string", /'(?:[^']|'')*(?:'|$)/y],
  ["name", /"(?:[^"]|"")*(?:"|$)|`[^`]*(?:`|$)|\[[^\]\n]*\]/y],
  ["number", /\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy],
  ["word", /[\p{L}_][\p{L}\p{N}_$]*/uy],
  ["space", /\s+/y],
  ["sign", /<>|<=|>=|!=|\|\||::|[\s\S]/y],
] as const;

/** The whole text, token by token: joined together they are the text again. */
export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    const token = tokenAt(sql, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(sql: string, at: number): Token {
  for (const [kind, pattern] of PARTS) {
    pattern.lastIndex = at;
    const text = pattern.exec(sql)?.[0];
    if (text) return { kind: kind === "word" ? kindOfWord(text, sql, at + text.length) : kind, text };
  }
  return { kind: "sign", text: sql.charAt(at) };
}

function kindOfWord(word: string, sql: string, end: number): TokenKind {
  if (KEYWORDS.has(word.toLowerCase())) return "keyword";
  return /^\s*\(/.test(sql.slice(end, end + 10)) ? "function" : "name";
}
