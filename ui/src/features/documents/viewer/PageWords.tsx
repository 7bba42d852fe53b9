import { Box, Skeleton, Table, Text, Title, type TitleOrder } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Trouble } from "@/pieces/Trouble";

import type { WordRange } from "../answer/answer";
import { partsOf, rangesOn, runsOf } from "./marking";
import { marksToText } from "./marks";
import { type Block, type Page, usePage } from "./pages";
import classes from "./viewer.module.css";

type Props = { documentId: number; number: number; marks: WordRange[] };

/** A page by its words: headings, paragraphs, tables, with the words of the quotation marked. */
export function PageWords({ documentId, number, marks }: Props) {
  const { t } = useTranslation("documents");
  const page = usePage(documentId, number, true);
  const box = useRef<HTMLDivElement>(null);
  const isThere = page.data !== undefined;
  const place = marksToText(marks);
  useEffect(() => {
    if (isThere) box.current?.querySelector("mark")?.scrollIntoView({ block: "center" });
  }, [isThere, place]);

  if (page.error) {
    return (
      <Box p="md">
        <Trouble error={page.error} onAgain={() => void page.refetch()} />
      </Box>
    );
  }
  if (!page.data) return <Skeleton h={240} radius={0} role="status" aria-label={t("viewer.loading")} />;
  return (
    <div className={classes.words} ref={box}>
      {page.data.label && page.data.width === 0 && (
        <Text size="xs" c="dimmed" mb="xs">
          {page.data.label}
        </Text>
      )}
      {page.data.words.length === 0 && <Text c="dimmed">{t("viewer.noWords")}</Text>}
      <Parts page={page.data} marks={marks} />
    </div>
  );
}

type PartProps = { page: Page; marks: WordRange[] };

function Parts({ page, marks }: PartProps) {
  return partsOf(page.blocks).map((part, index) =>
    part.kind === "table" ? (
      <WordTable key={index} rows={part.rows} page={page} marks={marks} />
    ) : (
      <WordBlock key={index} block={part.block} page={page} marks={marks} />
    ),
  );
}

function WordBlock({ block, page, marks }: PartProps & { block: Block }) {
  const said = <Said page={page} marks={marks} first={block.first} end={block.end} />;
  if (block.kind === "heading") {
    // The page's own heading is above those of the document.
    const order = Math.min(block.level + 2, 6) as TitleOrder;
    return (
      <Title order={order} size={`h${Math.min(block.level + 3, 6)}` as "h4"} mt="md" mb="xs">
        {said}
      </Title>
    );
  }
  if (block.kind === "list_item") {
    return (
      <Text size="sm" pl="md" mb={4}>
        {said}
      </Text>
    );
  }
  const isAside = block.kind === "running_title" || block.kind === "caption";
  return (
    <Text size={isAside ? "xs" : "sm"} mb={block.kind === "contents" ? 0 : "xs"} {...(isAside ? { c: "dimmed" } : {})}>
      {said}
    </Text>
  );
}

function WordTable({ rows, page, marks }: PartProps & { rows: Block[] }) {
  return (
    <div className={classes.tableBox}>
      <Table withTableBorder withColumnBorders fz="sm" mb="sm" w="auto" miw="100%">
        <Table.Tbody>
          {rows.map((row) => (
            <WordRow key={row.first} row={row} page={page} marks={marks} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function WordRow({ row, page, marks }: PartProps & { row: Block }) {
  const Cell = row.kind === "table_header" ? Table.Th : Table.Td;
  const cells: [number, number][] = row.cells.length > 0 ? row.cells : [[row.first, row.end]];
  return (
    <Table.Tr>
      {cells.map(([first, end], index) => (
        <Cell key={index}>
          <Said page={page} marks={marks} first={first} end={end} />
        </Cell>
      ))}
    </Table.Tr>
  );
}

function Said({ page, marks, first, end }: PartProps & { first: number; end: number }) {
  const runs = runsOf(page.words, { first, end }, rangesOn(marks, page.number));
  return runs.map((run, index) => (
    <span key={index}>
      {index > 0 && " "}
      {run.isMarked ? <mark>{run.text}</mark> : run.text}
    </span>
  ));
}
