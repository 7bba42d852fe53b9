import { Select, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { ColumnKind } from "../answer";
import { calledOf } from "./asking";
import { type ConditionSign, conditionSigns, fitsKind } from "./conditions";
import type { Structure } from "./structure";
import { type Aggregate, aggregates, formulaOf, partsOf, type TermDraft } from "./terms";

type Props = {
  draft: TermDraft;
  onChange: (draft: TermDraft) => void;
  structure: Structure | undefined;
  columnKind: ColumnKind;
};

/** The parts of the database that the term stands for: only those that its kind has. */
export function TermMeaning({ draft, onChange, structure, columnKind }: Props) {
  const { t } = useTranslation("database-assistant");
  const parts = partsOf(draft);
  const table = structure?.tables.find((one) => one.key === draft.table);
  const isWrongValue = parts.sign && draft.value !== "" && !fitsKind(draft.value, columnKind);
  return (
    <>
      <Select
        size="xs"
        label={t("glossary.table")}
        data={(structure?.tables ?? []).map(({ key, comment }) => optionOf(key, comment))}
        searchable
        required
        limit={100}
        nothingFoundMessage={t("schema.notFound")}
        value={draft.table || null}
        onChange={(key) => onChange({ ...draft, table: key ?? "", column: "" })}
      />
      {parts.column && (
        <Select
          size="xs"
          label={t("glossary.column")}
          data={(table?.columns ?? []).map(({ name, comment }) => optionOf(name, comment))}
          searchable
          required
          disabled={!table}
          limit={100}
          nothingFoundMessage={t("schema.notFound")}
          value={draft.column || null}
          onChange={(name) => onChange({ ...draft, column: name ?? "" })}
        />
      )}
      {parts.sign && (
        <Select
          size="xs"
          label={t("glossary.sign")}
          data={conditionSigns.map((sign) => ({ value: sign, label: t(`glossary.signs.${sign}`) }))}
          allowDeselect={false}
          value={draft.sign}
          onChange={(sign) => sign && onChange({ ...draft, sign: sign as ConditionSign })}
        />
      )}
      {parts.value && (
        <TextInput
          size="xs"
          label={t("glossary.value")}
          description={t(columnKind === "date" && parts.sign ? "glossary.valueDay" : "glossary.valueAsStored")}
          error={isWrongValue ? t("glossary.valueWrong", { kind: t(`schema.kinds.${columnKind}`) }) : undefined}
          maxLength={1000}
          required
          value={draft.value}
          onChange={(event) => onChange({ ...draft, value: event.currentTarget.value })}
        />
      )}
      {parts.aggregate && (
        <Select
          size="xs"
          label={t("glossary.aggregate")}
          data={aggregates.map((one) => ({ value: one, label: t(`signs.${one}`) }))}
          allowDeselect={false}
          value={draft.aggregate}
          onChange={(one) => one && onChange({ ...draft, aggregate: one as Aggregate })}
        />
      )}
      {parts.formula && (
        <Textarea
          size="xs"
          label={t("glossary.formula")}
          description={t("glossary.formulaHelp")}
          error={formulaOf(draft.formula) === null ? t("glossary.formulaWrong") : undefined}
          autosize
          minRows={4}
          maxRows={14}
          ff="monospace"
          spellCheck={false}
          value={draft.formula}
          onChange={(event) => onChange({ ...draft, formula: event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** Found by what its makers call it and by its name. */
function optionOf(name: string, comment: string): { value: string; label: string } {
  const called = comment ? calledOf({ name, comment }) : "";
  return { value: name, label: called ? `${called} (${name})` : name };
}
