/** Why the server proposes an item, in lists of words. */
export type Reasons = Record<"agreeing" | "differing" | "missing" | "wordsShared" | "wordsMissing" | "sources", string[]>;

/** The reasons as the server tells them; what it does not tell is empty. */
export function reasonsOf(told: Readonly<Record<string, unknown>>): Reasons {
  return {
    agreeing: texts(told.agreeing),
    differing: texts(told.differing),
    missing: texts(told.missing),
    wordsShared: texts(told.words_shared),
    wordsMissing: texts(told.words_missing),
    sources: texts(told.sources),
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
