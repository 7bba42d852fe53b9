import { Button, Group, Paper, Select, Stack, Textarea, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";

import { Trouble } from "@/pieces/Trouble";
import { useDraft } from "@/pieces/useDraft";

import { type Database, useNewTerm, useStructure } from "../databases";
import type { Structure } from "./structure";
import { type Aggregate, aggregates, emptyTerm, formulaOf, isComplete, kinds, partsOf, type TermDraft, type TermKind, termOf } from "./terms";

type Props = { database: Database; onClose: () => void };

/** Gives a word or phrase its meaning. What is typed outlives a reload. */
export function GlossaryForm({ database, onClose }: Props) {
  const { t } = useTranslation("database-assistant");
  const structure = useStructure(database).data;
  const [draft, setDraft, clear] = useDraft(`database.glossary.${database.id}`, emptyTerm);
  const adding = useNewTerm(database.id);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isComplete(draft)) adding.mutate(termOf(draft), { onSuccess: clear });
  }

  return (
    <Paper component="form" withBorder p="sm" onSubmit={submit}>
      <Stack gap="xs">
        <TextInput
          size="xs"
          label={t("glossary.term")}
          placeholder={t("glossary.termExample")}
          maxLength={200}
          required
          autoFocus
          value={draft.term}
          onChange={(event) => setDraft({ ...draft, term: event.currentTarget.value })}
        />
        <Select
          size="xs"
          label={t("glossary.kind")}
          data={kinds.map((kind) => ({ value: kind, label: t(`glossary.kinds.${kind}`) }))}
          allowDeselect={false}
          value={draft.kind}
          onChange={(kind) => kind && setDraft({ ...draft, kind: kind as TermKind })}
        />
        <Meaning draft={draft} onChange={setDraft} structure={structure} />
        {adding.error && <Trouble error={adding.error} />}
        <Group gap="xs">
          <Button type="submit" size="xs" loading={adding.isPending} disabled={!isComplete(draft)}>
            {t("glossary.add")}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {t("glossary.close")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

type MeaningProps = { draft: TermDraft; onChange: (draft: TermDraft) => void; structure: Structure | undefined };

/** The parts of the database that the term stands for: only those that its kind has. */
function Meaning({ draft, onChange, structure }: MeaningProps) {
  const { t } = useTranslation("database-assistant");
  const parts = partsOf(draft);
  const table = structure?.tables.find((one) => one.key === draft.table);
  return (
    <>
      <Select
        size="xs"
        label={t("glossary.table")}
        data={(structure?.tables ?? []).map((one) => one.key)}
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
          data={(table?.columns ?? []).map((one) => one.name)}
          searchable
          required
          disabled={!table}
          limit={100}
          nothingFoundMessage={t("schema.notFound")}
          value={draft.column || null}
          onChange={(name) => onChange({ ...draft, column: name ?? "" })}
        />
      )}
      {parts.value && (
        <TextInput
          size="xs"
          label={t("glossary.value")}
          description={t("glossary.valueAsStored")}
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
          error={draft.formula && formulaOf(draft.formula) === null ? t("glossary.formulaWrong") : undefined}
          autosize
          minRows={4}
          ff="monospace"
          spellCheck={false}
          value={draft.formula}
          onChange={(event) => onChange({ ...draft, formula: event.currentTarget.value })}
        />
      )}
    </>
  );
}
