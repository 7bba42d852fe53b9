import { Button, Center, Skeleton, Stack, Text } from "@mantine/core";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";

import { Trouble } from "@/pieces/Trouble";

import { cleared, type Filter, isEverything } from "./filter";
import { RowTable } from "./RowTable";

type Props = ComponentProps<typeof RowTable> & { isRunning: boolean };

/** The table, or why there is none: still loading, a trouble, nothing that meets the filter. */
export function RowsShown({ isRunning, ...table }: Props) {
  const { t } = useTranslation("nomenclature");
  const { list, filter, onFilter } = table;
  if (list.error && list.at(0) === undefined) return <Trouble error={list.error} onAgain={list.again} />;
  if (list.isFirstLoad) {
    return (
      <Stack gap={6} role="status" aria-label={t("review.loading")}>
        {Array.from({ length: 8 }, (_, line) => (
          <Skeleton key={line} h={48} />
        ))}
      </Stack>
    );
  }
  if (list.count > 0) return <RowTable {...table} />;
  return (
    <Center mih={200}>
      <Stack align="center" gap="xs">
        <Text c="dimmed" role="status">
          {t(`review.${wordOf(filter, isRunning)}`)}
        </Text>
        {!isEverything(filter) && !isRunning && (
          <Button size="xs" variant="default" onClick={() => onFilter(cleared(filter))}>
            {t("review.clear")}
          </Button>
        )}
      </Stack>
    </Center>
  );
}

function wordOf(filter: Filter, isRunning: boolean) {
  if (isRunning) return "nothingYet";
  const isOnlyReview = filter.decision === "needs_review" && isEverything({ ...filter, decision: null });
  return isOnlyReview ? "nothingReview" : "nothingFound";
}
