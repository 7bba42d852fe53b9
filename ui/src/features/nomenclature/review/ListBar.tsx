import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { IconPlayerPlay, IconRefresh } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import type { SaidOf } from "../deciding/decided";
import type { Run } from "../runs/runs";
import classes from "./bar.module.css";
import { BulkBar } from "./BulkBar";
import { rowsKey } from "./cachedRows";
import { type Filter, isAsNumbered } from "./filter";
import type { RowList } from "./rowList";

type Props = {
  run: Run;
  filter: Filter;
  list: RowList;
  selected: ReadonlySet<number>;
  canBegin: boolean;
  isSelecting: boolean;
  onBegin: () => void;
  onSelectAll: () => void;
  onSay: (said: readonly SaidOf[], before: readonly SaidOf[]) => void;
  onClear: () => void;
};

/** How many rows are shown, and what can be done to several of them at once. */
export function ListBar(props: Props) {
  const { run, filter, list, selected, canBegin, isSelecting, onBegin, onSelectAll, onSay, onClear } = props;
  const { t } = useTranslation("nomenclature");
  const left = run.decision_counts.needs_review ?? 0;
  return (
    <Group justify="space-between" gap="xs" mih={30} className={classes.bar ?? ""}>
      {selected.size > 0 ? (
        <BulkBar runId={run.id} selected={selected} onSay={onSay} onClear={onClear} />
      ) : (
        <Group gap="xs">
          {canBegin && left > 0 && (
            <Button size="compact-sm" leftSection={<IconPlayerPlay size={14} />} onClick={onBegin}>
              {t("review.begin", { count: left })}
            </Button>
          )}
          {list.count > 0 && (
            <Button size="compact-sm" variant="subtle" loading={isSelecting} onClick={onSelectAll}>
              {t("bulk.all", { count: list.count })}
            </Button>
          )}
        </Group>
      )}
      {selected.size === 0 && (
        <Group gap={4}>
          <Text size="xs" c="dimmed" role="status">
            {t("review.rowsShown", { count: list.count })}
          </Text>
          {!isAsNumbered(filter) && <Refresh runId={run.id} />}
        </Group>
      )}
    </Group>
  );
}

function Refresh({ runId }: { runId: number }) {
  const { t } = useTranslation("nomenclature");
  const queries = useQueryClient();
  return (
    <ActionIcon
      size="sm"
      variant="subtle"
      color="gray"
      aria-label={t("review.refresh")}
      title={t("review.refresh")}
      onClick={() => void queries.resetQueries({ queryKey: [...rowsKey(runId), "numbers"] })}
    >
      <IconRefresh size={14} />
    </ActionIcon>
  );
}
