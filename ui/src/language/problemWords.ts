import i18next from "i18next";

import type { Language } from "./language";

/** What the page says of a problem of the server: a heading, and what to do. */
export type ProblemWords = {
  title: string;
  text: string;
  /** The server's own detail has facts that the text has no place for. */
  hasMore: boolean;
};

type AllWords = Record<string, ProblemWords>;

const files: Record<Language, () => Promise<{ default: AllWords }>> = {
  ru: () => import("./problems.ru.json"),
  en: () => import("./problems.en.json"),
};
const loaded: Partial<Record<Language, AllWords>> = {};

/** Made by `scripts/build_page.py --types` from the problems of the API; loaded beside the page, none until then. */
export async function loadProblemWords(language: Language): Promise<void> {
  loaded[language] ??= (await files[language]()).default;
}

export function problemWords(slug: string): ProblemWords | undefined {
  return loaded[i18next.language as Language]?.[slug];
}
