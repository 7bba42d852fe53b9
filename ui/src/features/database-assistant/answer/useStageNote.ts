import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";
import { problemWords } from "@/language/problemWords";

const TABLES_NAMED = 3;

type Told = {
  tables?: (string | { table: string; has_rows: boolean | null })[];
  row_count?: number;
  questions?: string[];
  title?: string;
  type?: string;
  agreement?: string;
};

/** A few words on what a stage has found; `null` where it is not worth any. */
export function useStageNote(): (stage: string, result: Record<string, unknown>) => string | null {
  const { t, i18n } = useTranslation("database-assistant");
  return (stage, result) => {
    const told = result as Told;
    if (told.title) return troubleTitle(told.type ?? "", told.title); // a problem: the stage has failed
    if (stage === "tables") return tableNames(told.tables ?? []);
    if (stage === "data_check") return emptyTables(told.tables ?? []);
    if (stage === "run" && told.row_count !== undefined) {
      return t("table.rows", { count: told.row_count, shown: number(told.row_count) });
    }
    if (stage === "second_reader" && told.agreement) {
      return t(told.agreement === "different" ? "second.differs" : "second.agrees");
    }
    return null;
  };

  function troubleTitle(type: string, title: string): string {
    const slug = type.split(/[/#]/).at(-1) ?? "";
    const key = `troubles.${slug}.title`;
    return i18n.exists(`database-assistant:${key}`) ? t(key) : (problemWords(slug)?.title ?? title);
  }

  function emptyTables(tables: NonNullable<Told["tables"]>): string | null {
    const empty = tables.flatMap((one) => (typeof one !== "string" && one.has_rows === false ? [one.table] : []));
    return empty.length > 0 ? t("stageNotes.empty", { tables: empty.join(", ") }) : null;
  }
}

function tableNames(tables: NonNullable<Told["tables"]>): string | null {
  const names = tables.map((one) => (typeof one === "string" ? one : one.table));
  if (names.length === 0) return null;
  return names.slice(0, TABLES_NAMED).join(", ") + (names.length > TABLES_NAMED ? "…" : "");
}
