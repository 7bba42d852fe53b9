import i18next from "i18next";

import { megabytes, number } from "./numbers";

const MOST_SHOWN = 12;

/** The text with the facts of a problem in its `{{places}}`: numbers and words as the reader's language has them. */
export function filled(text: string, facts: Record<string, unknown>): string {
  return text.replaceAll(/{{(\w+)}}/g, (_place, name: string) => shown(name, facts[name]));
}

function shown(name: string, fact: unknown): string {
  if (Array.isArray(fact)) return listed(fact);
  if (typeof fact === "number") return name.endsWith("_bytes") ? megabytes(fact) : name === "port" ? String(fact) : number(fact);
  if (typeof fact !== "string") return "—";
  return i18next.exists(`facts.${fact}`) ? i18next.t(`facts.${fact}`) : fact;
}

function listed(facts: unknown[]): string {
  const first = facts.slice(0, MOST_SHOWN).map(String).join(", ");
  return facts.length > MOST_SHOWN ? `${first}…` : first;
}
