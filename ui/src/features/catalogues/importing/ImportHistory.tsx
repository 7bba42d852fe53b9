import { Anchor, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { moment, number } from "@/language/numbers";

import type { Import } from "../imports";
import { Rejections } from "./Rejections";

const counts = ["created", "changed", "unchanged", "removed"] as const;

/** The imports with what became of their rows. */
export function ImportHistory({ imports }: { imports: readonly Import[] }) {
  const { t } = useTranslation("catalogues");
  const [shown, setShown] = useState<Import | null>(null);
  if (imports.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("imports.noHistory")}
      </Text>
    );
  }
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("imports.file")}</Table.Th>
            <Table.Th>{t("imports.when")}</Table.Th>
            {counts.map((count) => (
              <Table.Th key={count} ta="right">
                {t(`imports.${count}`)}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t("imports.rejected")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {imports.map((one) => (
            <ImportLine key={one.id} told={one} onRejections={() => setShown(one)} />
          ))}
        </Table.Tbody>
      </Table>
      {shown && <Rejections told={shown} onClose={() => setShown(null)} />}
    </Table.ScrollContainer>
  );
}

function ImportLine({ told, onRejections }: { told: Import; onRejections: () => void }) {
  const { t } = useTranslation("catalogues");
  return (
    <Table.Tr>
      <Table.Td>{told.file_name}</Table.Td>
      <Table.Td>{told.finished_at === null ? t("imports.unfinished") : moment(told.finished_at)}</Table.Td>
      {counts.map((count) => (
        <Table.Td key={count} ta="right">
          {number(told[`${count}_count`])}
        </Table.Td>
      ))}
      <Table.Td ta="right">
        {told.rejected_count === 0 ? (
          number(0)
        ) : (
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={onRejections}
            aria-label={t("imports.showRejected", { file: told.file_name })}
          >
            {number(told.rejected_count)}
          </Anchor>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
