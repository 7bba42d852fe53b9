import { Group, Kbd, Modal, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

const keys = [
  { keys: ["↑", "↓"], does: "move" },
  { keys: ["PgUp", "PgDn"], does: "page" },
  { keys: ["Home", "End"], does: "ends" },
  { keys: ["Enter"], does: "accept" },
  { keys: ["1", "…", "9"], does: "choose" },
  { keys: ["X"], does: "none" },
  { keys: ["R"], does: "review" },
  { keys: ["Z"], does: "undo" },
  { keys: ["Space"], does: "select" },
  { keys: ["Ctrl", "A"], does: "selectAll" },
  { keys: ["/"], does: "search" },
  { keys: ["Esc"], does: "leave" },
  { keys: ["?"], does: "help" },
] as const;

/** The focus does not go back to the button that opened it: there Enter would open it again, and accept nothing. */
export function KeysHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation("nomenclature");
  return (
    <Modal opened={isOpen} onClose={onClose} returnFocus={false} title={t("keys.title")}>
      <Table>
        <Table.Tbody>
          {keys.map((line) => (
            <Table.Tr key={line.does}>
              <Table.Td w={140}>
                <Group gap={4}>
                  {line.keys.map((key) => (
                    <Kbd key={key}>{key === "Space" ? t("keys.space") : key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
              <Table.Td>{t(`keys.${line.does}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="sm">
        {t("keys.after")}
      </Text>
    </Modal>
  );
}
