import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { useConfirm } from "@/pieces/ConfirmDialog";

import { useCatalogues } from "../catalogue";
import { RunLine } from "./RunLine";
import { type Run, useDeleteRun } from "./runs";

export function RunTable({ runs }: { runs: readonly Run[] }) {
  const { t } = useTranslation("nomenclature");
  const [dialog, ask] = useConfirm();
  const deleting = useDeleteRun();
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
            <Table.Th w={200} visibleFrom="md">
              {t("runs.catalogue")}
            </Table.Th>
            <Table.Th w={88} ta="right" visibleFrom="sm">
              {t("runs.rows")}
            </Table.Th>
            <Table.Th w={{ base: 132, sm: 190 }}>{t("runs.state")}</Table.Th>
            <Table.Th w={170} visibleFrom="md">
              {t("runs.started")}
            </Table.Th>
            <Table.Th w={44} aria-label={t("runs.deeds")} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <RunLine
              key={run.id}
              run={run}
              catalogue={names.get(run.catalogue_id) ?? ""}
              onDelete={() => askToDelete(run)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {dialog}
    </>
  );
}
