import { useTranslation } from "react-i18next";

import type { Part } from "./health";

type PartWords = { title: string; about: string; meaning: string; todo: string };

/** What to say of a part; of one that the page does not know, its name. */
export function usePartWords(): (part: Part) => PartWords {
  const { t, i18n } = useTranslation("admin");
  return ({ name, state }) => {
    const said = (word: string) => {
      const key = `health.parts.${name}.${word}`;
      return i18n.exists(`admin:${key}`) ? String(t(key as never)) : null;
    };
    return {
      title: said("title") ?? name,
      about: (state === "off" ? said("off") : null) ?? said("about") ?? "",
      meaning: said("down") ?? t("health.unknown.down"),
      todo: said("todo") ?? t("health.unknown.todo"),
    };
  };
}
