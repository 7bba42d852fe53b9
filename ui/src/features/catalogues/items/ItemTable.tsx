import { Highlight, Table, Text, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { type Group, labelOf } from "@/pieces/catalogue/groups";
import type { Item } from "@/pieces/catalogue/items";

import classes from "./items.module.css";

type Props = {
  items: readonly Item[];
  groups: ReadonlyMap<string, Group>;
  /** The words of the search, marked in the names. */
  words: string;
  onOpen: (itemId: number) => void;
};

/** Items line under line; a click opens the card. The name is a button for the keyboard, its row hears the click. */
export function ItemTable({ items, groups, words, onOpen }: Props) {
  const { t } = useTranslation("catalogues");
  const marked = words.split(/\s+/).filter((word) => word !== "");
  return (
    <Table verticalSpacing={6} layout="fixed" highlightOnHover className={classes.items} aria-label={t("tabs.items")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("items.name")}</Table.Th>
          <Table.Th w={170} visibleFrom="sm">
            {t("items.code")}
          </Table.Th>
          <Table.Th w={84} visibleFrom="sm">
            {t("items.unit")}
          </Table.Th>
          <Table.Th w="24%" visibleFrom="lg">
            {t("items.group")}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={item.id} onClick={() => onOpen(item.id)} className={classes.row}>
            <Table.Td>
              <UnstyledButton className={classes.name}>
                <Highlight component="span" highlight={marked} inherit>
                  {item.name}
                </Highlight>
              </UnstyledButton>
              <Text size="xs" c="dimmed" hiddenFrom="sm">
                {[item.code, item.unit].filter(Boolean).join(" · ")}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm" fz="xs">
              {item.code}
            </Table.Td>
            <Table.Td visibleFrom="sm">{item.unit}</Table.Td>
            <Table.Td visibleFrom="lg">
              <Text size="xs" c="dimmed">
                {labelOf(groups.get(item.group_code) ?? { code: item.group_code, name: null })}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
