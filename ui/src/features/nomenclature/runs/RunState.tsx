import { Group, Progress, Text, Tooltip } from "@mantine/core";
import { IconAlertCircle, IconBan } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";

import classes from "./runs.module.css";
import { isUnderWay, type Run } from "./runs";

/** How far a run is: rows matched while it goes on, then what is left to review, and how it ended where it broke off. */
export function RunState({ run }: { run: Run }) {
  const { t } = useTranslation("nomenclature");
  if (isUnderWay(run)) {
    const ready = run.row_count - (run.decision_counts.pending ?? 0);
    const word = run.job_status === "queued" ? t("runs.queued") : t("runs.matching");
    return (
      <div className={classes.state} role="status">
        <Text size="xs">
          {word} · {number(ready)} / {number(run.row_count)}
        </Text>
        <Progress size="sm" value={(100 * ready) / run.row_count} animated={run.job_status === "started"} aria-label={word} />
      </div>
    );
  }
  return (
    <div className={classes.state}>
      {run.job_status === "failed" && (
        <Text size="xs" c="red" component="div">
          <IconAlertCircle size={13} className={classes.sign} aria-hidden /> {t("runs.failed")}
        </Text>
      )}
      {run.job_status === "cancelled" && (
        <Text size="xs" c="dimmed" component="div">
          <IconBan size={13} className={classes.sign} aria-hidden /> {t("runs.cancelled")}
        </Text>
      )}
      <Shares run={run} />
    </div>
  );
}

const parts = [
  { decision: "accepted", color: "green.6" },
  { decision: "no_such_item", color: "red.6" },
  { decision: "needs_review", color: "yellow.5" },
] as const;

/** Which part of the rows is accepted, has no item, or waits for a person. */
function Shares({ run }: { run: Run }) {
  const { t } = useTranslation("nomenclature");
  const counts = run.decision_counts;
  const left = counts.needs_review ?? 0;
  const unanswered = counts.pending ?? 0;
  const leftWords = () => {
    if (left > 0) return t("runs.left", { count: left });
    return unanswered > 0 ? t("runs.unanswered", { count: unanswered }) : t("runs.reviewed");
  };
  const told = parts.map(({ decision }) => `${t(`decision.${decision}`)}: ${number(counts[decision] ?? 0)}`).join(" · ");
  return (
    <Tooltip label={told} openDelay={300}>
      <div>
        <Group justify="space-between" gap={4}>
          <Text size="xs" {...(left > 0 ? {} : { c: "dimmed" })}>
            {leftWords()}
          </Text>
        </Group>
        <Progress.Root size="sm" role="img" aria-label={told}>
          {parts.map(({ decision, color }) => (
            <Progress.Section key={decision} value={(100 * (counts[decision] ?? 0)) / run.row_count} color={color} aria-hidden />
          ))}
        </Progress.Root>
      </div>
    </Tooltip>
  );
}
