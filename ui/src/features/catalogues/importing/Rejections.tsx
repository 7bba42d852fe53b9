import { Button, Modal, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";
import { Waiting } from "@/pieces/Loaded";
import { Trouble } from "@/pieces/Trouble";

import { type Import, useRejections } from "../imports";
import { refusalOf } from "./refusing";

/** The rows that were refused, each with its reason; the good rows were brought in all the same. */
export function Rejections({ told, onClose }: { told: Import; onClose: () => void }) {
  const { t } = useTranslation(["catalogues", "translation"]);
  const found = useRejections(told.id);
  const rows = found.data?.pages.flatMap((page) => page.entries);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t("rejections.title", { file: told.file_name })}
      closeButtonProps={{ "aria-label": t("translation:actions.close") }}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t("rejections.tells")}
      </Text>
      {found.error && <Trouble error={found.error} onAgain={() => void found.refetch()} />}
      {found.isPending && <Waiting lines={4} />}
      {rows && (
        <Table fz="sm" verticalSpacing={6} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={72}>{t("rejections.row")}</Table.Th>
              <Table.Th w="34%">{t("rejections.reason")}</Table.Th>
              <Table.Th>{t("rejections.cells")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.row_number}>
                <Table.Td>{number(row.row_number)}</Table.Td>
                <Table.Td>
                  <Reason reason={row.reason} detail={row.detail} />
                </Table.Td>
                <Table.Td>
                  <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }} lineClamp={4}>
                    {row.cells.filter((cell) => cell !== null && cell !== "").join(" · ")}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {found.hasNextPage && (
        <Button mt="sm" variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t("rejections.more")}
        </Button>
      )}
    </Modal>
  );
}

function Reason({ reason, detail }: { reason: string; detail: string }) {
  const { t } = useTranslation("catalogues");
  const refusal = refusalOf(reason, detail);
  return <>{refusal ? t(`rejections.${refusal.reason}`, refusal) : detail}</>;
}
