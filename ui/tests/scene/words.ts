import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import i18next from "i18next";

import { english } from "../../src/language/english";
import { russian } from "../../src/language/russian";

export type Language = "ru" | "en";

/** Words of the page by their room and key: `say("documents", "library.upload")`; "frame" is what is around the rooms. */
export type Say = (room: string, key: string, values?: Record<string, unknown>) => string;

const SOURCES = resolve(import.meta.dirname, "../../src");
const loaded = load();

/** The page's own words, in one language: a test names them by key and is written once. */
export async function wordsOf(language: Language): Promise<Say> {
  await loaded;
  return (room, key, values = {}) => {
    const options = { ...values, lng: language, ns: room === "frame" ? "translation" : room, fallbackLng: [] };
    if (!i18next.exists(key, options)) throw new Error(`The page has no words "${key}" of "${room}" (${language})`);
    return i18next.t(key, options);
  };
}

/** Each room registers its words when its file is imported, as in the page. */
async function load(): Promise<void> {
  await i18next.init({
    lng: "ru",
    resources: { ru: { translation: russian }, en: { translation: english } },
    interpolation: { escapeValue: false },
  });
  for (const file of readdirSync(SOURCES, { recursive: true, encoding: "utf-8" })) {
    if (/[\\/]words[\\/]index\.ts$/.test(file)) await import(pathToFileURL(resolve(SOURCES, file)).href);
  }
}
