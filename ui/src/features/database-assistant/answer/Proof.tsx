import { Group, Stack, Text, Tooltip, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Stage } from "@/chat/asking";
import { Stages } from "@/chat/Stages";
import { number, percent } from "@/language/numbers";

import { type Answer, meanings, type ProofSpan } from "../answer";
import { useDatabase, useStructure } from "../databases";
import { piecesOf, unusedWords } from "./proof";
import classes from "./Proof.module.css";
import { useMeaningWords } from "./useMeaningWords";
import { useStageName } from "./useStageName";
import { useStageNote } from "./useStageNote";

/** The question with its words coloured by what they became, who read it, and which words were left over. */
export function Proof({ answer }: { answer: Answer }) {
  const { t } = useTranslation("database-assistant");
  const { reader, confidence } = answer.details;
  const unused = unusedWords(answer.proof);
  return (
    <Stack gap="xs">
      {answer.proof.length > 0 && <ColouredQuestion question={answer.question} proof={answer.proof} />}
      <Legend proof={answer.proof} />
      {unused.length > 0 && <Text size="sm">{t("proof.unused", { words: unused.join(", ") })}</Text>}
      {answer.stages.length > 0 && <Making stages={answer.stages} isReady={answer.state === "answered"} />}
      {reader && (
        <Text size="xs" c="dimmed">
          {t(`proof.readers.${reader}`)}
          {confidence !== undefined && `. ${t("proof.confidence", { share: percent(confidence) })}`}
        </Text>
      )}
    </Stack>
  );
}

/** What was done for the answer, and how long it took. */
function Making({ stages, isReady }: { stages: Stage[]; isReady: boolean }) {
  const { t } = useTranslation("database-assistant");
  const stageName = useStageName();
  const stageNote = useStageNote();
  const seconds = stages.reduce((sum, stage) => sum + stage.milliseconds, 0) / 1_000;
  return (
    <Stack gap={4}>
      {isReady && (
        <Text size="xs" c="dimmed">
          {t("proof.took", { seconds: number(seconds, 1) })}
        </Text>
      )}
      <Stages assistant={{ stages: [], stageName, stageNote }} stages={stages} isRunning={false} />
    </Stack>
  );
}

type Props = { question: string; proof: readonly ProofSpan[] };

/** Words that became something tell what, to the pointer and to the keyboard. */
export function ColouredQuestion({ question, proof }: Props) {
  const structure = useStructure(useDatabase().data).data;
  const wordsOf = useMeaningWords(structure);
  return (
    <p className={classes.question}>
      {piecesOf(question, proof).map(({ text, span }, place) =>
        span && span.became !== "filler" ? (
          <Tooltip key={place} label={wordsOf(span)} events={{ hover: true, focus: true, touch: true }} multiline maw={340}>
            <mark className={classes.word} data-meaning={span.became} tabIndex={0}>
              {text}
              <VisuallyHidden> ({wordsOf(span)})</VisuallyHidden>
            </mark>
          </Tooltip>
        ) : (
          <span key={place} className={classes.silent}>
            {text}
          </span>
        ),
      )}
    </p>
  );
}

function Legend({ proof }: { proof: readonly ProofSpan[] }) {
  const { t } = useTranslation("database-assistant");
  const present = meanings.filter((meaning) => meaning !== "filler" && proof.some((span) => span.became === meaning));
  return (
    <Group gap="xs" aria-hidden>
      {present.map((meaning) => (
        <Text key={meaning} size="xs" c="dimmed" component="span">
          <mark className={classes.sample} data-meaning={meaning} /> {t(`meanings.${meaning}`)}
        </Text>
      ))}
    </Group>
  );
}
