import { Center, Skeleton, Stack, Text } from "@mantine/core";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";

import { Trouble } from "@/pieces/Trouble";

import type { Filter } from "./filter";
import { RowTable } from "./RowTable";

type Props = ComponentProps<typeof RowTable> & { filter: Filter; isRunning: boolean };

/** The table, or why there is none: still loading, a trouble, nothing that meets the filter. */
export function RowsShown({ filter, isRunning, ...table }: Props) {
  const { t } = useTranslation("nomenclature");
  const { list } = table;
  if (list.error && list.at(0) === undefined) return <Trouble error={list.error} onAgain={list.again} />;
  if (list.isFirstLoad && list.count === 0) {
    return (
      <Stack gap={6} aria-label={t("review.loading")}>
        {Array.from({ length: 8 }, (_, line) => (
          <Skeleton key={line} h={48} />
        ))}
      </Stack>
    );
  }
  if (list.count === 0) {
    const word = isRunning ? "nothingYet" : filter.decision === "needs_review" ? "nothingReview" : "nothingFound";
    return (
      <Center mih={200}>
        <Text c="dimmed" role="status">
          {t(`review.${word}`)}
        </Text>
      </Center>
    );
  }
  return <RowTable {...table} />;
}
