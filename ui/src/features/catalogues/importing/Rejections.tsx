import { Button, Modal, Skeleton, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";
import { Trouble } from "@/pieces/Trouble";

import { type Import, useRejections } from "../imports";

const reasons = ["no_code", "no_name", "no_group", "duplicate_code", "too_long", "marked_deleted"] as const;

/** The rows that were refused, each with its reason; the good rows were brought in all the same. */
export function Rejections({ told, onClose }: { told: Import; onClose: () => void }) {
  const { t } = useTranslation("catalogues");
  const found = useRejections(told.id);
  const rows = found.data?.pages.flatMap((page) => page.entries);
  return (
    <Modal opened onClose={onClose} size="xl" title={t("rejections.title", { file: told.file_name })}>
      {found.error && <Trouble error={found.error} onAgain={() => void found.refetch()} />}
      {found.isPending && <Skeleton h={120} />}
      {rows && (
        <Table.ScrollContainer minWidth={480}>
          <Table fz="sm" verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={80}>{t("rejections.row")}</Table.Th>
                <Table.Th w={200}>{t("rejections.reason")}</Table.Th>
                <Table.Th>{t("rejections.cells")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.row_number}>
                  <Table.Td>{number(row.row_number)}</Table.Td>
                  <Table.Td title={row.detail}>
                    <Reason reason={row.reason} />
                  </Table.Td>
                  <Table.Td>
                    <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                      {row.cells.filter((cell) => cell !== null && cell !== "").join(" · ")}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {found.hasNextPage && (
        <Button mt="sm" variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t("rejections.more")}
        </Button>
      )}
    </Modal>
  );
}

function Reason({ reason }: { reason: string }) {
  const { t } = useTranslation("catalogues");
  const known = reasons.find((one) => one === reason);
  return <>{known ? t(`rejections.${known}`) : reason}</>;
}
