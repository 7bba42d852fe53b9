import { Button, Checkbox, List, Select, Stack, Text, ThemeIcon } from "@mantine/core";
import { IconCheck, IconQuestionMark } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useConfirm } from "@/pieces/ConfirmDialog";
import { Trouble } from "@/pieces/Trouble";

import { type Look, useImport } from "../imports";
import { type Columns, missingOf, needs, withField } from "./columns";
import { FirstRows } from "./FirstRows";
import { HowRead } from "./HowRead";

type Props = {
  catalogueId: number;
  file: File;
  look: Look;
  onSheet: (name: string) => void;
  onStarted: () => void;
};

/** Which column is what; nothing is brought in before this is confirmed. */
export function ColumnsForm({ catalogueId, file, look, onSheet, onStarted }: Props) {
  const { t } = useTranslation("catalogues");
  const [columns, setColumns] = useState(look.columns);
  const [removesAbsent, setRemovesAbsent] = useState(false);
  const [dialog, ask] = useConfirm();
  const importing = useImport(catalogueId);

  const wanted = { file, look, wanted: { columns, removesAbsent } };
  const askToRemove = () =>
    ask({
      title: t("imports.removesSure"),
      text: t("imports.removesTells", { file: file.name }),
      action: t("imports.startAny"),
      deed: () => importing.mutateAsync(wanted, { onSuccess: onStarted }),
    });

  return (
    <Stack gap="sm">
      {look.sheetNames.length > 1 && (
        <Select
          label={t("imports.sheet")}
          data={look.sheetNames}
          value={look.sheetName}
          onChange={(name) => name !== null && onSheet(name)}
          allowDeselect={false}
          w={260}
        />
      )}
      <div>
        <Text fw={600} size="sm">
          {t("imports.columns")}
        </Text>
        <Text size="sm" c="dimmed">
          {t(look.importId === null ? "imports.columnsUnclear" : "imports.columnsTell")}
        </Text>
      </div>
      <Needed columns={columns} />
      <FirstRows
        look={look}
        columns={columns}
        onChange={(place, field) => setColumns(withField(columns, place, field))}
      />
      <HowRead notes={look.notes} />
      <Checkbox
        label={t("imports.removesAbsent")}
        description={t("imports.removesAbsentTells")}
        checked={removesAbsent}
        onChange={(event) => setRemovesAbsent(event.currentTarget.checked)}
      />
      {importing.error && <Trouble error={importing.error} />}
      <Button
        w="fit-content"
        disabled={missingOf(columns).length > 0}
        loading={importing.isPending}
        onClick={() => (removesAbsent ? askToRemove() : importing.mutate(wanted, { onSuccess: onStarted }))}
      >
        {look.rowCount === null ? t("imports.startAny") : t("imports.start", { count: look.rowCount })}
      </Button>
      {dialog}
    </Stack>
  );
}

/** What has to be told, and whether it is. */
function Needed({ columns }: { columns: Columns }) {
  const { t } = useTranslation("catalogues");
  const missing = missingOf(columns);
  return (
    <List size="sm" spacing={4} center aria-label={t("imports.neededLabel")}>
      {needs.map((need) => {
        const isMissing = missing.includes(need);
        return (
          <List.Item
            key={need}
            icon={
              <ThemeIcon size={18} radius="xl" color={isMissing ? "yellow" : "green"} variant="light" aria-hidden>
                {isMissing ? <IconQuestionMark size={12} /> : <IconCheck size={12} />}
              </ThemeIcon>
            }
          >
            {t(`imports.${isMissing ? "missing" : "told"}Need.${need}`)}
          </List.Item>
        );
      })}
    </List>
  );
}
