import { Button, Group, Loader, Menu, Text } from "@mantine/core";
import { IconChevronDown, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";

import type { Cell, ResultColumn } from "../answer";
import { shown } from "./cells";
import classes from "./ResultTable.module.css";

type Props = {
  column: ResultColumn | undefined;
  cell: Cell;
  loadedCount: number;
  rowCount: number;
  isTruncated: boolean;
  isSorted: boolean;
  isLoading: boolean;
  onCopyCell: () => void;
  onCopyColumn: () => void;
  onCopyAll: () => void;
};

/** Below the table: how many rows, the whole of the chosen cell, what may be copied. */
export function CellBar(props: Props) {
  const { t } = useTranslation("database-assistant");
  const { column, cell } = props;
  return (
    <Group gap="sm" wrap="nowrap" justify="space-between" mt={6}>
      <Group gap={6} wrap="nowrap" className={classes.count}>
        <Text size="xs" c="dimmed">
          {t(props.isTruncated ? "table.rowsOfMore" : "table.rows", {
            count: props.rowCount,
            shown: number(props.rowCount),
          })}
          {props.isTruncated && props.isSorted && `. ${t("table.sortedShown")}`}
        </Text>
        {props.isLoading && <Loader size={12} aria-label={t("table.loading", { ready: number(props.loadedCount) })} />}
      </Group>
      <Text size="xs" className={classes.whole} title={column && shown(cell, column)} aria-live="polite">
        {column && shown(cell, column)}
      </Text>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            className={classes.copy}
            leftSection={<IconCopy size={14} />}
            rightSection={<IconChevronDown size={12} />}
          >
            {t("table.copy")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={props.onCopyCell} disabled={!column || props.rowCount === 0} rightSection={<Text size="xs" c="dimmed">Ctrl+C</Text>}>
            {t("table.copyCell")}
          </Menu.Item>
          <Menu.Item onClick={props.onCopyColumn} disabled={!column}>
            {column ? t("table.copyColumn", { name: column.name }) : t("table.copyNoColumn")}
          </Menu.Item>
          <Menu.Item onClick={props.onCopyAll}>{t("table.copyAll")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
