import i18next from "i18next";

/** Of the page's language, for numbers and dates. */
export function locale(): string {
  return i18next.language === "en" ? "en-GB" : "ru-RU";
}
