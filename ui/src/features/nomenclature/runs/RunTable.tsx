import { ActionIcon, Anchor, Badge, Menu, Table, Text } from "@mantine/core";
import { IconDots, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { moment, number } from "@/language/numbers";
import { useConfirm } from "@/pieces/ConfirmDialog";

import { useCatalogues } from "../catalogue";
import { useGo } from "../place";
import { type Run, useDeleteRun, useJobsUnderWay } from "./runs";

export function RunTable({ runs }: { runs: readonly Run[] }) {
  const { t } = useTranslation("nomenclature");
  const [dialog, ask] = useConfirm();
  const deleting = useDeleteRun();
  const underWay = useJobsUnderWay();
  const names = new Map(useCatalogues().data?.map((catalogue) => [catalogue.id, catalogue.name]));
  const askToDelete = (run: Run) =>
    ask({
      title: t("runs.deleteSure", { title: run.title }),
      text: t("runs.deleteTells"),
      action: t("runs.delete"),
      deed: () => deleting.mutateAsync(run.id),
    });
  return (
    <>
      <Table highlightOnHover verticalSpacing="xs" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("runs.name")}</Table.Th>
            <Table.Th visibleFrom="sm">{t("runs.catalogue")}</Table.Th>
            <Table.Th w={96} ta="right">
              {t("runs.rows")}
            </Table.Th>
            <Table.Th w={190} visibleFrom="sm">
              {t("runs.started")}
            </Table.Th>
            <Table.Th w={48} aria-hidden />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <RunLine
              key={run.id}
              run={run}
              catalogue={names.get(run.catalogue_id) ?? ""}
              isUnderWay={underWay.has(run.job_id)}
              onDelete={() => askToDelete(run)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {dialog}
    </>
  );
}

type LineProps = { run: Run; catalogue: string; isUnderWay: boolean; onDelete: () => void };

function RunLine({ run, catalogue, isUnderWay, onDelete }: LineProps) {
  const { t } = useTranslation("nomenclature");
  const go = useGo();
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          component="button"
          type="button"
          ta="left"
          maw="100%"
          truncate
          fw={500}
          size="sm"
          onClick={() => go({ run: run.id })}
        >
          {run.title}
        </Anchor>
        {isUnderWay && (
          <Badge ml="xs" size="sm" variant="light" tt="none">
            {t("runs.underWay")}
          </Badge>
        )}
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {catalogue} · {moment(run.created_at)}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="sm" truncate>
          {catalogue}
        </Text>
      </Table.Td>
      <Table.Td ta="right">{number(run.row_count)}</Table.Td>
      <Table.Td visibleFrom="sm">{moment(run.created_at)}</Table.Td>
      <Table.Td p={0}>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t("runs.actions", { title: run.title })}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={onDelete}>
              {t("runs.delete")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  );
}
