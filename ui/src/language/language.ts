import i18next from "i18next";
import { initReactI18next } from "react-i18next";

import { english } from "./english";
import { PROBLEM_WORDS_CAME } from "./problemWords";
import { russian } from "./russian";

export const languages = ["ru", "en"] as const;
export type Language = (typeof languages)[number];

/** Each in itself: whoever looks for his language reads no other. */
export const languageNames: Record<Language, string> = { ru: "Русский", en: "English" };

const KEPT_UNDER = "spravka.language";

/** The language chosen before, else the first of the browser's that there is, else Russian. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT_UNDER);
  const wanted = [...(kept ? [kept] : []), ...navigator.languages].map((tag) => tag.slice(0, 2));
  return wanted.find((tag): tag is Language => (languages as readonly string[]).includes(tag)) ?? "ru";
}

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: "en",
    resources: { ru: { translation: russian }, en: { translation: english } },
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { bindI18n: `languageChanged ${PROBLEM_WORDS_CAME}` },
  });
  document.documentElement.lang = i18next.language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT_UNDER, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
