import { Anchor, Badge, Group, Loader, Table, Text } from "@mantine/core";
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
    <Table.ScrollContainer minWidth={680} type="native">
      <Table verticalSpacing={6} aria-label={t("imports.history")}>
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
      <Table.Td miw={180} style={{ overflowWrap: "anywhere" }}>
        {told.file_name}
        {told.sheet_name !== null && (
          <Text size="xs" c="dimmed">
            {told.sheet_name}
          </Text>
        )}
      </Table.Td>
      <Table.Td miw={140}>
        <When told={told} />
      </Table.Td>
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
            aria-label={t("imports.showRejected", { file: told.file_name, count: told.rejected_count })}
          >
            {number(told.rejected_count)}
          </Anchor>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function When({ told }: { told: Import }) {
  const { t } = useTranslation("catalogues");
  if (told.job_status === "queued" || told.job_status === "started") {
    return (
      <Group gap={6} wrap="nowrap">
        <Loader size={12} aria-hidden /> {t("imports.unfinished")}
      </Group>
    );
  }
  return (
    <Group gap={6}>
      {moment(told.finished_at ?? told.created_at)}
      {told.job_status === "cancelled" && (
        <Badge variant="light" color="yellow" tt="none">
          {t("imports.cancelled")}
        </Badge>
      )}
      {told.job_status === "failed" && (
        <Badge variant="light" color="red" tt="none">
          {t("imports.failed")}
        </Badge>
      )}
    </Group>
  );
}
