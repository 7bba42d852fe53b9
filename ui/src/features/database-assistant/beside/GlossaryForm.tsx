import { Button, Group, Paper, Select, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useMemo } from "react";
import { useTranslation } from "react-i18next";

import { useDraft } from "@/pieces/useDraft";

import { AnswerTrouble } from "../answer/AnswerTrouble";
import { type Database, type GlossaryTerm, useStructure, useTermSaving } from "../databases";
import { TermMeaning } from "./TermMeaning";
import { draftOf, emptyTerm, isComplete, kinds, type TermKind, termOf } from "./terms";

type Props = { database: Database; term: GlossaryTerm | null; onClose: () => void };

/** Gives a word or phrase its meaning, or another one. What is typed outlives a reload. */
export function GlossaryForm({ database, term, onClose }: Props) {
  const { t } = useTranslation("database-assistant");
  const structure = useStructure(database).data;
  const first = useMemo(() => (term ? draftOf(term) : emptyTerm), [term]);
  const [draft, setDraft, clear] = useDraft(`database.glossary.${database.id}.${term?.id ?? "new"}`, first);
  const saving = useTermSaving(database.id, term?.id ?? null);
  const table = structure?.tables.find((one) => one.key === draft.table);
  const columnKind = table?.columns.find((one) => one.name === draft.column)?.kind ?? "text";
  const isReady = isComplete(draft, columnKind);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isReady) saving.mutate(termOf(draft, columnKind), { onSuccess: leave });
  }

  function leave() {
    clear();
    onClose();
  }

  return (
    <Paper component="form" withBorder p="sm" my={4} onSubmit={submit} aria-label={t(term ? "glossary.change" : "glossary.add")}>
      <Stack gap="xs">
        <TextInput
          size="xs"
          label={t("glossary.term")}
          placeholder={t("glossary.termExample")}
          maxLength={200}
          required
          data-autofocus
          autoFocus
          value={draft.term}
          onChange={(event) => setDraft({ ...draft, term: event.currentTarget.value })}
        />
        <Select
          size="xs"
          label={t("glossary.kind")}
          data={kinds.map((kind) => ({ value: kind, label: t(`glossary.kindsExplained.${kind}`) }))}
          allowDeselect={false}
          value={draft.kind}
          onChange={(kind) => kind && setDraft({ ...draft, kind: kind as TermKind, formula: "" })}
        />
        <TermMeaning draft={draft} onChange={setDraft} structure={structure} columnKind={columnKind} />
        {saving.error && <AnswerTrouble error={saving.error} />}
        <Group gap="xs">
          <Button type="submit" size="xs" loading={saving.isPending} disabled={!isReady}>
            {t(term ? "glossary.save" : "glossary.add")}
          </Button>
          <Button size="xs" variant="default" onClick={leave}>
            {t("glossary.cancel")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
