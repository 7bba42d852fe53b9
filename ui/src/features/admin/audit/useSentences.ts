import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";

import { dialectNames } from "../database/address";
import { type AuditEvent, sentenceOf, type Told } from "./sentence";

/** Tells events in the user's language; one without words by its name and what it was about. */
export function useSentences(): (event: AuditEvent) => string {
  const { t, i18n } = useTranslation("admin");
  const wordOf = (key: string, name: string) => (i18n.exists(`admin:${key}.${name}`) ? String(t(`${key}.${name}` as never)) : name);
  const told: Told = {
    mode: (name) => wordOf("modes", name),
    role: (name) => wordOf("roles", name),
    dialect: (name) => (dialectNames as Record<string, string>)[name] ?? name,
    number: (one) => t("audit.number", { number: one }),
    someone: (id) => t("audit.someone", { id }),
    amount: (tokens) => (typeof tokens === "number" ? number(tokens) : t("usage.limit.none").toLowerCase()),
  };
  return (event) => {
    const { action, slots } = sentenceOf(event, told);
    const key = `audit.actions.${action}`;
    return i18n.exists(`admin:${key}`) ? String(t(key as never, slots as never)) : `${event.action} · ${event.subject}`;
  };
}
