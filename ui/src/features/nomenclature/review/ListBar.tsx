import { ActionIcon, Group, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import type { Said } from "../deciding/decided";
import type { RunDetail } from "../runs/runs";
import { BulkBar } from "./BulkBar";
import { rowsKey } from "./cachedRows";
import { countOf, type Filter, isEverything } from "./filter";
import type { RowList } from "./rowList";

type Props = {
  run: RunDetail;
  filter: Filter;
  list: RowList;
  selected: ReadonlySet<number>;
  onSay: (numbers: readonly number[], said: Said) => void;
  onClear: () => void;
};

/** How many rows are shown, and what can be done to several of them at once. */
export function ListBar({ run, filter, list, selected, onSay, onClear }: Props) {
  const { t } = useTranslation("nomenclature");
  const queries = useQueryClient();
  const count = countOf(filter, run.decision_counts, run.row_count);
  const shown = t("review.rowsShown", { count: count ?? list.count });
  return (
    <Group justify="space-between" gap="xs" mih={26}>
      <BulkBar
        runId={run.id}
        filter={filter}
        count={count}
        selected={selected}
        onSay={onSay}
        onClear={onClear}
      />
      <Group gap={4}>
        <Text size="xs" c="dimmed" role="status">
          {count === null && list.isMore ? t("review.rowsMore", { rows: shown }) : shown}
        </Text>
        {!isEverything(filter) && (
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t("review.refresh")}
            title={t("review.refresh")}
            onClick={() => void queries.resetQueries({ queryKey: [...rowsKey(run.id), "found"] })}
          >
            <IconRefresh size={14} />
          </ActionIcon>
        )}
      </Group>
    </Group>
  );
}
