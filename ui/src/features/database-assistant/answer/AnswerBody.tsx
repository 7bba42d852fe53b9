import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Refused } from "@/api/problems";
import { Trouble } from "@/pieces/Trouble";

import type { Answer } from "../answer";
import classes from "./Answer.module.css";
import { Choices } from "./Choices";
import { Offers } from "./Offers";
import { Results } from "./Results";
import { Warnings } from "./Warnings";

type Props = {
  answer: Answer;
  isLast: boolean;
  isBusy: boolean;
  onAsk: (question: string) => void;
  onAgain: () => void;
  onRun: (sql: string) => void;
  onChoose: (words: string, target: string) => void;
};

/** What came of a question, whatever it was: rows, why there are none, what to ask instead and next. */
export function AnswerBody({ answer, isLast, isBusy, onAsk, onAgain, onRun, onChoose }: Props) {
  const { t } = useTranslation("database-assistant");
  const { declined } = answer.details;
  return (
    <Stack gap="sm">
      <Told answer={answer} onAgain={onAgain} />
      <Warnings warnings={answer.warnings} />
      <Choices choices={answer.choices} isBusy={isBusy} onChoose={onChoose} />
      <Results answer={answer} isBusy={isBusy} onRun={onRun} />
      <Offers title={t("offers.closest")} questions={declined?.closest ?? []} onAsk={onAsk} />
      <Offers title={t("offers.alternatives")} questions={answer.alternatives} onAsk={onAsk} />
      {isLast && <Offers title={t("offers.similar")} questions={answer.similar} onAsk={onAsk} />}
    </Stack>
  );
}

/** The answer in words: the rows, what they are, or what went wrong. */
function Told({ answer, onAgain }: Pick<Props, "answer" | "onAgain">) {
  const { t } = useTranslation("database-assistant");
  if (answer.state === "failed" && answer.problem) {
    // Changed SQL is run again from its editor; asking the question anew would be something else.
    return <Trouble error={new Refused(answer.problem)} {...(answer.edited_sql === null ? { onAgain } : {})} />;
  }
  if (answer.state === "cancelled") {
    return (
      <Group gap="xs">
        <Text c="dimmed">{t("cancelled")}</Text>
        <Button size="compact-xs" variant="default" onClick={onAgain}>
          {t("askAgain")}
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap={4}>
      <Group gap="xs" align="baseline">
        {answer.chart?.kind !== "number" && <Text className={classes.said ?? ""}>{answer.text}</Text>}
        <Agreement answer={answer} />
      </Group>
      {answer.description && (
        <Text size="sm" c="dimmed" className={classes.said ?? ""}>
          {answer.description}
        </Text>
      )}
    </Stack>
  );
}

/** Whether the language model came to the same, where both were asked. */
function Agreement({ answer }: { answer: Answer }) {
  const { t } = useTranslation("database-assistant");
  const agreement = answer.details.second?.agreement;
  if (!agreement) return null;
  const isSame = agreement !== "different";
  return (
    <Badge size="sm" variant="light" color={isSame ? "teal" : "orange"}>
      {t(isSame ? "second.agrees" : "second.differs")}
    </Badge>
  );
}
