import { Button, Chip, Group, Popover, RangeSlider, Text, TreeSelect } from "@mantine/core";
import { memo, type MouseEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { number, percent } from "@/language/numbers";

import { treeOf, useGroups } from "../catalogue";
import type { RunDetail } from "../runs/runs";
import { type Decision, EVERYTHING, type Filter, hasConfidence, isEverything } from "./filter";

const decisions: readonly Decision[] = ["needs_review", "accepted", "no_such_item", "pending"];

type Props = { run: RunDetail; filter: Filter; onChange: (filter: Filter) => void };

/** Which rows are shown: by decision (with how many there are), by group, by confidence. */
export const RowFilters = memo(function RowFilters({ run, filter, onChange }: Props) {
  const { t } = useTranslation("nomenclature");
  const groups = useGroups(run.catalogue_id).data;
  const tree = useMemo(() => treeOf(groups ?? []), [groups]);
  return (
    <Group gap="xs">
      <Chip.Group
        value={filter.decision ?? "all"}
        onChange={(value) => onChange({ ...filter, decision: decisions.find((one) => one === value) ?? null })}
      >
        <Group gap={6} onClick={leaveToRows}>
          <Chip size="xs" value="all">
            {t("decision.all")} {number(run.row_count)}
          </Chip>
          {decisions
            .filter((one) => one !== "pending" || (run.decision_counts.pending ?? 0) > 0)
            .map((one) => (
              <Chip key={one} size="xs" value={one}>
                {t(`decision.${one}`)} {number(run.decision_counts[one] ?? 0)}
              </Chip>
            ))}
        </Group>
      </Chip.Group>
      <TreeSelect
        size="xs"
        w={200}
        aria-label={t("review.group")}
        placeholder={t("review.anyGroup")}
        nothingFoundMessage={t("review.noGroup")}
        data={tree}
        value={filter.groupCode}
        onChange={(groupCode) => onChange({ ...filter, groupCode })}
        searchable
        clearable
      />
      <ConfidenceFilter filter={filter} onChange={onChange} />
      {!isEverything(filter) && (
        <Button size="xs" variant="subtle" onClick={() => onChange(EVERYTHING)}>
          {t("review.clear")}
        </Button>
      )}
    </Group>
  );
});

/** After a press of the mouse the keys belong to the rows again; who goes by keys stays among the filters. */
function leaveToRows(event: MouseEvent): void {
  if (event.detail === 0) return;
  setTimeout(() => {
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
  });
}

/** From which to which confidence; asked of the server when the slider is let go. */
function ConfidenceFilter({ filter, onChange }: Omit<Props, "run">) {
  const { t } = useTranslation("nomenclature");
  const chosen: [number, number] = [Math.round(filter.confidenceFrom * 100), Math.round(filter.confidenceTo * 100)];
  const [drawn, setDrawn] = useState<[number, number] | null>(null);
  const span = { from: percent(filter.confidenceFrom), to: percent(filter.confidenceTo) };
  return (
    <Popover width={280} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button size="xs" variant={hasConfidence(filter) ? "light" : "default"} fw={400}>
          {hasConfidence(filter) ? t("review.confidenceSpan", span) : t("review.confidence")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" mb="xs">
          {t("review.confidenceSpan", span)}
        </Text>
        <RangeSlider
          thumbFromLabel={t("review.from")}
          thumbToLabel={t("review.to")}
          value={drawn ?? chosen}
          onChange={setDrawn}
          onChangeEnd={([from, to]) => {
            setDrawn(null);
            onChange({ ...filter, confidenceFrom: from / 100, confidenceTo: to / 100 });
          }}
          label={(value) => percent(value / 100)}
          step={5}
          minRange={5}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
