import { SegmentedControl, Select, Stack, TagsInput, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { FormDialog } from "@/pieces/FormDialog";
import { useDraft } from "@/pieces/useDraft";

import { type Database, useNewRowFilter, useStructure } from "./database";
import { attributes, emptyFilter, type FilterDraft, filterOf, isWhole, type Operator, operators, type UserAttribute, valuesTaken } from "./filters";

type Props = { database: Database; opened: boolean; onClose: () => void };

/** A condition for the rows of a table: one value for everybody, or each user's own. */
export function NewRowFilterDialog({ database, opened, onClose }: Props) {
  const { t } = useTranslation("admin");
  const [draft, setDraft, clear] = useDraft(`admin.row-filter.${database.id}`, emptyFilter);
  const making = useNewRowFilter(database.id);
  const tables = useStructure(database).data ?? [];
  const columns = tables.find((table) => table.key === draft.table)?.columns ?? [];
  const kind = columns.find((column) => column.name === draft.column)?.kind ?? "";

  async function make() {
    await making.done(filterOf(draft, kind));
    clear();
  }

  return (
    <FormDialog opened={opened} onClose={onClose} title={t("filters.new")} action={t("filters.make")} onSubmit={make} isIncomplete={!isWhole(draft)}>
      <Text size="sm" c="dimmed">
        {t("filters.newAbout")}
      </Text>
      <Select
        label={t("filters.table")}
        required
        searchable
        limit={100}
        data={tables.map((table) => table.key)}
        value={draft.table || null}
        onChange={(table) => setDraft({ ...draft, table: table ?? "", column: "" })}
      />
      <Select
        label={t("filters.column")}
        required
        searchable
        limit={100}
        disabled={draft.table === ""}
        data={columns.map((column) => column.name)}
        value={draft.column || null}
        onChange={(column) => setDraft({ ...draft, column: column ?? "" })}
      />
      <Select
        label={t("filters.operator")}
        data={operators.map((operator) => ({ value: operator, label: t(`filters.operators.${operator}`) }))}
        value={draft.operator}
        allowDeselect={false}
        onChange={(operator) => operator && setDraft({ ...draft, operator: operator as Operator })}
      />
      <Compared draft={draft} onDraft={setDraft} />
    </FormDialog>
  );
}

function Compared({ draft, onDraft }: { draft: FilterDraft; onDraft: (draft: FilterDraft) => void }) {
  const { t } = useTranslation("admin");
  const taken = valuesTaken(draft.operator);
  if (taken === "none") return null;
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label={t("filters.with")}
        value={draft.attribute === null ? "value" : "own"}
        onChange={(choice) => onDraft({ ...draft, attribute: choice === "own" ? "email" : null })}
        data={[
          { value: "value", label: t("filters.withValue") },
          { value: "own", label: t("filters.withOwn") },
        ]}
      />
      {draft.attribute !== null && (
        <Select
          label={t("filters.attribute")}
          data={attributes.map((attribute) => ({ value: attribute, label: t(`filters.attributes.${attribute}`) }))}
          value={draft.attribute}
          allowDeselect={false}
          onChange={(attribute) => onDraft({ ...draft, attribute: attribute as UserAttribute | null })}
        />
      )}
      {draft.attribute === null && taken === "one" && (
        <TextInput
          label={t("filters.value")}
          value={draft.values[0] ?? ""}
          onChange={(event) => onDraft({ ...draft, values: [event.currentTarget.value] })}
        />
      )}
      {draft.attribute === null && taken === "many" && (
        <TagsInput label={t("filters.values")} description={t("filters.valuesAbout")} value={draft.values} onChange={(values) => onDraft({ ...draft, values })} />
      )}
    </Stack>
  );
}
