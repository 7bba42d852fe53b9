import { Button, Checkbox, List, Stack, Text, ThemeIcon } from "@mantine/core";
import { IconCheck, IconQuestionMark } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useConfirm } from "@/pieces/ConfirmDialog";
import { useColumnTitle } from "@/pieces/file/columns";
import { FirstRows } from "@/pieces/file/FirstRows";
import { HowRead } from "@/pieces/file/HowRead";
import { SentShare } from "@/pieces/file/SentShare";
import { SheetChoice } from "@/pieces/file/SheetChoice";
import { Trouble } from "@/pieces/Trouble";
import { useLeaveWarning } from "@/pieces/useLeaveWarning";

import { type Look, useImport } from "../imports";
import { type Columns, fieldAt, missingOf, needs, withField } from "./columns";
import { FieldChoice } from "./FieldChoice";

/** Room for the choice of what a column is. */
const COLUMN_WIDTH = 172;

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
  const [share, setShare] = useState(0);
  const importing = useImport(catalogueId, setShare);
  const titleOf = useColumnTitle(look.header);
  useLeaveWarning(importing.isPending); // the file is on its way once more

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
      <SheetChoice names={look.sheetNames} chosen={look.sheetName} onChoose={onSheet} />
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
        header={look.header}
        rows={look.firstRows}
        columnWidth={COLUMN_WIDTH}
        isChosen={(place) => fieldAt(columns, place) !== null}
        above={(place) => (
          <FieldChoice
            column={titleOf(place)}
            field={fieldAt(columns, place)}
            onChange={(field) => setColumns(withField(columns, place, field))}
          />
        )}
      />
      <HowRead notes={look.notes} />
      <Checkbox
        label={t("imports.removesAbsent")}
        description={t("imports.removesAbsentTells")}
        checked={removesAbsent}
        onChange={(event) => setRemovesAbsent(event.currentTarget.checked)}
      />
      {importing.isPending && share > 0 && <SentShare share={share} after={t("imports.keeping")} />}
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
