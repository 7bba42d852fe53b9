import { type Token, tokensOf } from "./tokens";

const INDENT = "  ";

/** Words that begin a line of their own. */
const CLAUSES = new Set(["select", "from", "where", "group", "having", "order", "limit", "offset", "fetch", "union", "except", "intersect", "with"]);
const JOINS = new Set(["join", "left", "right", "inner", "full", "cross"]);
const CONNECTED = new Set(["and", "or"]);

/**
 * A query of one line with a line for each clause, join and condition, and what stands in parentheses further in. Only
 * blanks are changed. A text that has lines already is left as somebody wrote it.
 */
export function laidOut(sql: string): string {
  const trimmed = sql.trim();
  return trimmed.includes("\n") ? trimmed : new Layout().lay(tokensOf(trimmed));
}

/** Of an open parenthesis: whether a query stands in it, which is laid out as the outer one is. */
type Level = { isQuery: boolean; isBetween: boolean };

class Layout {
  private text = "";
  private readonly levels: Level[] = [{ isQuery: true, isBetween: false }];
  private before = "";

  lay(tokens: Token[]): string {
    tokens.forEach((token, place) => this.add(token, wordAfter(tokens, place)));
    return this.text.trim();
  }

  private add(token: Token, next: string): void {
    const word = token.kind === "keyword" || token.kind === "name" || token.kind === "function" ? token.text.toLowerCase() : "";
    if (token.text === "(") this.open(token, next);
    else if (token.text === ")") this.close(token);
    else {
      if (word && this.beginsLine(word, next)) this.breakLine(CONNECTED.has(word) ? 1 : 0);
      this.text += token.kind === "space" ? this.blank() : token.text;
    }
    if (word) this.remember(word);
  }

  private open(token: Token, next: string): void {
    const isQuery = next === "select" || next === "with";
    this.levels.push({ isQuery, isBetween: false });
    this.text += token.text;
    if (isQuery) this.breakLine(0);
  }

  private close(token: Token): void {
    const left = this.levels.length > 1 ? this.levels.pop() : undefined;
    if (left?.isQuery) this.breakLine(0);
    this.text += token.text;
  }

  private beginsLine(word: string, next: string): boolean {
    const level = this.levels.at(-1);
    if (!level?.isQuery || !this.text.trim()) return false;
    if (CONNECTED.has(word)) return !level.isBetween;
    if (JOINS.has(word)) return !JOINS.has(this.before) && this.before !== "outer" && (word === "join" || next === "join" || next === "outer");
    return CLAUSES.has(word) && !(word === "with" && this.before === "group");
  }

  /** The AND of BETWEEN … AND … joins no conditions. */
  private remember(word: string): void {
    const level = this.levels.at(-1);
    if (level && word === "between") level.isBetween = true;
    else if (level && word === "and") level.isBetween = false;
    this.before = word;
  }

  private breakLine(further: number): void {
    const depth = this.levels.filter((level) => level.isQuery).length - 1 + further;
    this.text = `${this.text.trimEnd()}\n${INDENT.repeat(depth)}`;
  }

  private blank(): string {
    return /[\n ]$/.test(this.text) ? "" : " ";
  }
}

function wordAfter(tokens: Token[], place: number): string {
  return tokens.slice(place + 1).find((token) => token.kind !== "space")?.text.toLowerCase() ?? "";
}
