import { Box, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Refused } from "@/api/problems";
import { moment } from "@/language/numbers";
import { CopyButton } from "@/pieces/CopyButton";
import { Trouble } from "@/pieces/Trouble";

import { isOver, useAnswer } from "./answers";
import { type Asking, begun, type Stage } from "./asking";
import { answerIdOf, type AnyAnswer, type Assistant } from "./assistant";
import classes from "./chat.module.css";
import type { Message } from "./chats";
import { Feedback } from "./Feedback";
import { Stages } from "./Stages";

type Props<Answer extends AnyAnswer> = {
  assistant: Assistant<Answer>;
  message: Message;
  follows: Message | null;
  isLast: boolean;
  onAsk: (query: string, followedId?: number | null) => void;
  onFollow: (message: Message) => void;
};

/** A question that is kept, with its answer or how far that is. */
export function Entry<Answer extends AnyAnswer>(props: Props<Answer>) {
  const { t } = useTranslation("chat");
  const { assistant, message, follows, onFollow } = props;
  const answer = useAnswer(assistant, answerIdOf(message)).data;
  const isAnswered = answer ? isOver(answer) : message.answer !== null;
  return (
    <article className={classes.entry}>
      <Question query={message.query} askedAt={message.created_at} follows={follows} />
      <Box component="section" aria-label={t("thread.answer")} mt="sm">
        <KeptAnswer {...props} />
        {isAnswered && <Feedback message={message} onFollow={() => onFollow(message)} />}
      </Box>
    </article>
  );
}

function KeptAnswer<Answer extends AnyAnswer>({ assistant, message, isLast, onAsk }: Props<Answer>) {
  const found = useAnswer(assistant, answerIdOf(message));
  const answer = found.data;
  if (answerIdOf(message) === null || found.error instanceof Refused) return <TextAlone message={message} />;
  if (!answer) return found.error ? <Trouble error={found.error} onAgain={() => void found.refetch()} /> : <Skeleton h={80} />;
  if (!isOver(answer)) return <LiveAnswer assistant={assistant} asking={askingOf(message, answer)} />;
  return <assistant.AnswerOf message={message} answer={answer} isLast={isLast} onAsk={onAsk} />;
}

/** An answer that goes on being made while nobody listens, as if somebody did. */
function askingOf(message: Message, answer: AnyAnswer): Asking {
  return { ...begun(message.query), messageId: message.id, answerId: answer.id, stages: answer.stages as unknown as Stage[] };
}

function TextAlone({ message }: { message: Message }) {
  const { t } = useTranslation("chat");
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        {t(message.answer ? "thread.lost" : "thread.gone")}
      </Text>
      {message.answer && <Text style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{message.answer}</Text>}
    </Stack>
  );
}

/** A question that is being answered before one's eyes. */
export function LiveEntry<Answer extends AnyAnswer>({ assistant, asking }: { assistant: Assistant<Answer>; asking: Asking }) {
  const { t } = useTranslation("chat");
  return (
    <article className={classes.entry}>
      <Question query={asking.question} askedAt={null} follows={null} />
      <Box component="section" aria-label={t("thread.answer")} mt="sm" aria-busy>
        <LiveAnswer assistant={assistant} asking={asking} />
      </Box>
    </article>
  );
}

function LiveAnswer<Answer extends AnyAnswer>({ assistant, asking }: { assistant: Assistant<Answer>; asking: Asking }) {
  return (
    <Stack gap="sm">
      <Stages assistant={assistant} stages={asking.stages} isRunning />
      {assistant.Live && <assistant.Live asking={asking} />}
    </Stack>
  );
}

type QuestionProps = { query: string; askedAt: string | null; follows: Message | null };

function Question({ query, askedAt, follows }: QuestionProps) {
  const { t } = useTranslation("chat");
  return (
    <section aria-label={t("thread.question")}>
      {follows && (
        <Text size="xs" c="dimmed" ta="right" truncate mb={4}>
          {t("thread.follows", { query: follows.query })}
        </Text>
      )}
      <div className={classes.question}>{query}</div>
      <Group gap={4} justify="flex-end" mt={2}>
        {askedAt && (
          <Text size="xs" c="dimmed">
            {moment(askedAt)}
          </Text>
        )}
        <CopyButton text={query} label={t("thread.copyQuestion")} isIcon />
      </Group>
    </section>
  );
}
