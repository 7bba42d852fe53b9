import { Group, Text, UnstyledButton } from "@mantine/core";
import { IconChevronRight, IconEye, IconKey, IconLink, IconTable } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";

import { calledOf, useBesideAsking } from "./asking";
import classes from "./Schema.module.css";
import type { FoundTable, StructureColumn } from "./structure";
import { TableQuestions } from "./TableQuestions";

/** A table, opened by a press, or by a search that one of its columns fits. */
export function SchemaTable({ found: { table, columns, isByColumn } }: { found: FoundTable }) {
  const { t } = useTranslation("database-assistant");
  const [isChosen, setChosen] = useState<boolean | null>(null);
  const isOpen = isChosen ?? isByColumn;
  const Icon = table.isView ? IconEye : IconTable;
  return (
    <section>
      <UnstyledButton className={classes.table} onClick={() => setChosen(!isOpen)} aria-expanded={isOpen}>
        <IconChevronRight size={14} className={classes.arrow} data-open={isOpen || undefined} aria-hidden />
        <Icon size={15} stroke={1.6} aria-label={table.isView ? t("schema.view") : t("schema.table")} />
        <span className={classes.name}>{table.key}</span>
        {table.rowCount !== null && (
          <Text size="xs" c="dimmed" component="span" className={classes.count} title={t("schema.rowsAbout")}>
            {number(table.rowCount)}
          </Text>
        )}
      </UnstyledButton>
      {table.comment && (
        <Text size="xs" c="dimmed" pl={38} pb={4} lineClamp={isOpen ? 4 : 1}>
          {table.comment}
        </Text>
      )}
      {isOpen && <TableQuestions table={table} />}
      {isOpen && (
        <ul className={classes.columns}>
          {columns.map((column) => (
            <Column key={column.name} column={column} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Column({ column }: { column: StructureColumn }) {
  const { t } = useTranslation("database-assistant");
  const { insert } = useBesideAsking();
  const { pointsTo, known } = column;
  return (
    <li className={classes.column}>
      <Group gap={4} wrap="nowrap" justify="space-between">
        <Group gap={4} wrap="nowrap" miw={0}>
          <UnstyledButton
            className={classes.insert ?? ""}
            title={t("schema.insert", { words: calledOf(column) })}
            onClick={() => insert(calledOf(column))}
          >
            {column.name}
          </UnstyledButton>
          {column.isPrimary && <IconKey size={13} aria-label={t("schema.primary")} />}
        </Group>
        <Text size="xs" c="dimmed" className={classes.kind} title={column.typeName}>
          {t(`schema.kinds.${column.kind}`)}
        </Text>
      </Group>
      {column.comment && (
        <Text size="xs" c="dimmed">
          {column.comment}
        </Text>
      )}
      {pointsTo && (
        <Text size="xs" c="dimmed" className={classes.link}>
          <IconLink size={12} aria-label={t("schema.pointsTo")} /> {pointsTo.table}.{pointsTo.column}
          {pointsTo.isInferred && ` (${t("schema.inferred")})`}
        </Text>
      )}
      {known && (
        <Text size="xs" c="dimmed">
          {t(known.isComplete ? "schema.known" : "schema.knownPartly", { count: known.count, shown: number(known.count) })}
        </Text>
      )}
    </li>
  );
}
