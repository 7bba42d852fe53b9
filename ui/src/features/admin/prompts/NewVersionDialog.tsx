import { Autocomplete, Checkbox, Text, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { FormDialog } from "@/pieces/FormDialog";
import { useDraft } from "@/pieces/useDraft";

import { useNewPrompt, useTableNames } from "./prompts";

/** A version that is begun: of which table (null where it is still to be chosen), from which text. */
export type Begun = { table: string | null; text: string };

const LONGEST = 20_000;

/** Writes another version of a note; give it a `key` by the table. */
export function NewVersionDialog({ begun, opened, onClose }: { begun: Begun; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation("admin");
  const tables = useTableNames().data ?? [];
  const making = useNewPrompt();
  const isNew = begun.table === null;
  const before = { table: begun.table ?? "", text: begun.text, isActive: true };
  const [draft, setDraft, clear] = useDraft(`admin.prompt.${begun.table ?? ""}`, before);

  async function make() {
    await making.done({ table_name: draft.table.trim(), text: draft.text, is_active: draft.isActive });
    clear();
  }

  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={isNew ? t("prompts.new") : t("prompts.newVersionOf", { table: begun.table })}
      action={t("prompts.save")}
      onSubmit={make}
      isIncomplete={draft.table.trim() === "" || draft.text.trim() === ""}
      size="lg"
    >
      {isNew && (
        <Autocomplete
          label={t("prompts.table")}
          required
          data={tables}
          limit={100}
          value={draft.table}
          onChange={(table) => setDraft({ ...draft, table })}
        />
      )}
      <Textarea
        label={t("prompts.text")}
        description={t("prompts.textAbout")}
        placeholder={t("prompts.example")}
        required
        autosize
        minRows={6}
        maxRows={18}
        maxLength={LONGEST}
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      />
      <Checkbox label={t("prompts.useNow")} checked={draft.isActive} onChange={(event) => setDraft({ ...draft, isActive: event.currentTarget.checked })} />
      <Text size="xs" c="dimmed">
        {t("prompts.kept")}
      </Text>
    </FormDialog>
  );
}
