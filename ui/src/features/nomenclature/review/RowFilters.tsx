import { ActionIcon, Button, Chip, CloseButton, Popover, RangeSlider, Select, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconFilterOff, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { memo, type MouseEvent, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";

import { number, percent } from "@/language/numbers";
import { labelOf } from "@/pieces/catalogue/groups";

import type { Run } from "../runs/runs";
import { cleared, type Decision, type Filter, hasConfidence, isEverything } from "./filter";
import { readGroups } from "./reading";
import classes from "./review.module.css";

const decisions: readonly Decision[] = ["needs_review", "accepted", "no_such_item", "pending"];
const TYPING_MS = 300;
const GROUPS_EVERY_MS = 15_000;
const GROUPS_SHOWN = 200;

type Props = {
  run: Run;
  filter: Filter;
  textField: RefObject<HTMLInputElement | null>;
  onChange: (filter: Filter) => void;
};

/** Which rows are shown: by decision (with how many there are), by words, by group, by confidence. */
export const RowFilters = memo(function RowFilters({ run, filter, textField, onChange }: Props) {
  const { t } = useTranslation("nomenclature");
  return (
    <div className={classes.filters}>
      <Chip.Group
        value={filter.decision ?? "all"}
        onChange={(value) => onChange({ ...filter, decision: decisions.find((one) => one === value) ?? null })}
      >
        <div className={classes.chips} role="radiogroup" aria-label={t("review.state")} onClick={leaveToRows}>
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
        </div>
      </Chip.Group>
      <div className={classes.fields}>
        <TextFilter filter={filter} field={textField} onChange={onChange} />
        <GroupFilter runId={run.id} filter={filter} onChange={onChange} />
        <ConfidenceFilter filter={filter} onChange={onChange} />
        {!isEverything(filter) && (
          <ActionIcon
            size={30}
            variant="subtle"
            aria-label={t("review.clear")}
            title={t("review.clear")}
            onClick={() => onChange(cleared(filter))}
          >
            <IconFilterOff size={16} />
          </ActionIcon>
        )}
      </div>
    </div>
  );
});

/** After a press of the mouse the keys belong to the rows again; who goes by keys stays among the filters. */
function leaveToRows(event: MouseEvent): void {
  if (event.detail === 0) return;
  setTimeout(() => {
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
  });
}

type PartProps = Pick<Props, "filter" | "onChange">;

/** Words of the supplier's name or of the item; asked for when the typing rests. */
function TextFilter({ filter, field, onChange }: PartProps & { field: Props["textField"] }) {
  const { t } = useTranslation("nomenclature");
  const [typed, setTyped] = useState(filter.text);
  const [known, setKnown] = useState(filter.text);
  if (known !== filter.text) {
    setKnown(filter.text);
    if (filter.text === "") setTyped(""); // cleared with the other filters
  }
  const look = useDebouncedCallback((text: string) => onChange({ ...filter, text: text.trim() }), TYPING_MS);
  const change = (text: string) => {
    setTyped(text);
    look(text);
  };
  return (
    <TextInput
      ref={field}
      size="xs"
      className={classes.words}
      aria-label={t("review.words")}
      placeholder={t("review.words")}
      leftSection={<IconSearch size={14} />}
      rightSection={typed !== "" && <CloseButton size="xs" aria-label={t("review.clearWords")} onClick={() => change("")} />}
      value={typed}
      maxLength={200}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => (event.key === "Escape" || event.key === "Enter") && event.currentTarget.blur()}
    />
  );
}

/** One of the groups that rows of this run fell into, those with most rows first. */
function GroupFilter({ runId, filter, onChange }: PartProps & { runId: number }) {
  const { t } = useTranslation("nomenclature");
  const groups = useQuery({
    queryKey: ["nomenclature", "run-groups", runId],
    staleTime: GROUPS_EVERY_MS,
    queryFn: () => readGroups(runId),
  });
  const choices = (groups.data ?? []).map((group) => ({
    value: group.code,
    label: `${labelOf(group)} · ${number(group.row_count)}`,
  }));
  return (
    <Select
      size="xs"
      className={classes.group}
      aria-label={t("review.group")}
      placeholder={t("review.anyGroup")}
      nothingFoundMessage={t("review.noGroup")}
      data={choices}
      limit={GROUPS_SHOWN}
      value={filter.groupCode}
      onChange={(groupCode) => onChange({ ...filter, groupCode })}
      onDropdownOpen={() => groups.isStale && void groups.refetch()}
      comboboxProps={{ width: 320, position: "bottom-start" }}
      searchable
      clearable
    />
  );
}

/** From which to which confidence; asked of the server when the slider is let go. */
function ConfidenceFilter({ filter, onChange }: PartProps) {
  const { t } = useTranslation("nomenclature");
  const chosen: [number, number] = [Math.round(filter.confidenceFrom * 100), Math.round(filter.confidenceTo * 100)];
  const [drawn, setDrawn] = useState<[number, number] | null>(null);
  const [from, to] = drawn ?? chosen;
  const span = { from: percent(from / 100), to: percent(to / 100) };
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
          value={[from, to]}
          onChange={setDrawn}
          onChangeEnd={([first, last]) => {
            setDrawn(null);
            onChange({ ...filter, confidenceFrom: first / 100, confidenceTo: last / 100 });
          }}
          label={null}
          step={5}
          minRange={5}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
