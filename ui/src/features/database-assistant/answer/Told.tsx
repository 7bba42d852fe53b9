import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Refused } from "@/api/problems";

import { type Answer, hasRows } from "../answer";
import classes from "./Answer.module.css";
import { AnswerTrouble } from "./AnswerTrouble";
import { Figures } from "./Figures";
import { hasFigures } from "./figures";

type Props = { answer: Answer; onAgain: () => void };

/** The answer in words: its figures, what they are, or what went wrong. */
export function Told({ answer, onAgain }: Props) {
  if (answer.state === "failed" && answer.problem) {
    // Changed SQL is run again from its editor; asking the question anew would be something else.
    return <AnswerTrouble error={new Refused(answer.problem)} {...(answer.edited_sql === null ? { onAgain } : {})} />;
  }
  return (
    <Stack gap={4}>
      {hasRows(answer) && hasFigures(answer) && <Figures answer={answer} />}
      {answer.state === "cancelled" ? <Cancelled onAgain={onAgain} /> : <Lead answer={answer} />}
    </Stack>
  );
}

/** Of many rows the first words are what they are; how many there are stands below the table. */
function Lead({ answer }: { answer: Answer }) {
  const isCounted = (answer.row_count ?? 0) > 1 && answer.description !== null;
  const isShownAbove = hasRows(answer) && hasFigures(answer);
  return (
    <>
      <Group gap="xs" align="baseline">
        {!isCounted && !isShownAbove && <Text className={classes.said ?? ""}>{answer.text}</Text>}
        <Agreement answer={answer} />
      </Group>
      {answer.description && (
        <Text size="sm" {...(isCounted ? {} : { c: "dimmed" })} className={classes.said ?? ""}>
          {answer.description}
        </Text>
      )}
    </>
  );
}

function Cancelled({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation("database-assistant");
  return (
    <Group gap="xs">
      <Text c="dimmed">{t("cancelled")}</Text>
      <Button size="compact-xs" variant="default" onClick={onAgain}>
        {t("askAgain")}
      </Button>
    </Group>
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
