import { Loader, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconMinus } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";

import type { Stage } from "./asking";
import type { AnyAnswer, Assistant } from "./assistant";
import classes from "./chat.module.css";
import "./words";

type Props<Answer extends AnyAnswer> = {
  assistant: Pick<Assistant<Answer>, "stages" | "stageName" | "stageNote">;
  stages: Stage[];
  isRunning: boolean;
};

/** The stages that are over, and the one that the server works at. */
export function Stages<Answer extends AnyAnswer>({ assistant, stages, isRunning }: Props<Answer>) {
  const { t } = useTranslation("chat");
  const next = isRunning ? nextStage(assistant.stages, stages) : null;
  return (
    <div role="status" aria-label={t("thread.working")}>
      <ol className={classes.stages}>
        {stages.map((stage) => (
          <li key={stage.stage} className={classes.stage}>
            <StageSign state={stage.state} />
            <Text size="sm" c="dimmed">
              {assistant.stageName(stage.stage)}
              <Note note={assistant.stageNote?.(stage.stage, stage.result) ?? null} />
            </Text>
          </li>
        ))}
        {isRunning && (
          <li className={classes.stage}>
            <Loader size={14} aria-hidden />
            <Text size="sm">{next ? assistant.stageName(next) : t("thread.waiting")}</Text>
            <Seconds key={stages.length} />
          </li>
        )}
      </ol>
    </div>
  );
}

/** The stage after the last one told; none where that was the last of all. */
export function nextStage(order: readonly string[], told: Pick<Stage, "stage">[]): string | null {
  const last = told.at(-1);
  return order[last ? order.indexOf(last.stage) + 1 : 0] ?? null;
}

function Note({ note }: { note: string | null }) {
  return note ? <>: {note}</> : null;
}

function StageSign({ state }: { state: Stage["state"] }) {
  const { t } = useTranslation("chat");
  const label = t(`stages.${state}`);
  if (state === "done") return <IconCheck size={14} color="var(--mantine-color-teal-6)" role="img" aria-label={label} />;
  if (state === "skipped") return <IconMinus size={14} color="var(--mantine-color-dimmed)" role="img" aria-label={label} />;
  return <IconAlertTriangle size={14} color="var(--mantine-color-orange-6)" role="img" aria-label={label} />;
}

/** How long the stage takes already, once that is worth telling. */
function Seconds() {
  const { t } = useTranslation("chat");
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const clock = setInterval(() => setSeconds((now) => now + 1), 1_000);
    return () => clearInterval(clock);
  }, []);
  if (seconds < 2) return null;
  return (
    <Text size="xs" c="dimmed" aria-hidden>
      {t("stages.seconds", { seconds: number(seconds) })}
    </Text>
  );
}
