import i18next from "i18next";

import type { Language } from "./language";

/** What the page says of a problem of the server: a heading, and what to do. */
type ProblemWords = {
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

/** Everything that shows words is rendered anew on this event of i18next. */
export const PROBLEM_WORDS_CAME = "problemWordsCame";

/** Made by `scripts/build_page.py --types` from the problems of the API; loaded when the first problem is to be told. */
export async function loadProblemWords(language: Language): Promise<void> {
  if (loaded[language]) return;
  loaded[language] = (await files[language]()).default;
  i18next.emit(PROBLEM_WORDS_CAME);
}

/** Ends when the words of the language are there, or cannot be had: the server's own are shown then. */
export async function problemWordsLoaded(): Promise<void> {
  if (i18next.isInitialized) await loadProblemWords(i18next.language as Language).catch(() => undefined);
}

/** None before they have come, which whoever asks begins. */
export function problemWords(slug: string): ProblemWords | undefined {
  void problemWordsLoaded();
  return loaded[i18next.language as Language]?.[slug];
}
