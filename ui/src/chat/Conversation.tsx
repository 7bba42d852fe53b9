import { Box, Center, Skeleton, Stack } from "@mantine/core";
import { type ReactNode, type Ref, useImperativeHandle } from "react";
import { useTranslation } from "react-i18next";

import { Trouble } from "@/pieces/Trouble";

import type { NewMessage } from "./asking";
import type { AnyAnswer, Assistant } from "./assistant";
import classes from "./chat.module.css";
import { Composer } from "./Composer";
import { useConversation } from "./conversing";
import { isGone } from "./gone";
import { Thread } from "./Thread";
import "./words";

type Props<Answer extends AnyAnswer> = {
  assistant: Assistant<Answer>;
  /** The open conversation; null: the next question begins one, which `onChat` is told. */
  chatId: number | null;
  onChat: (chatId: number) => void;
  /** The open conversation is no more: leave it. */
  onGone: () => void;
  /** What is sent with a question beside its words. */
  extra?: () => Partial<NewMessage>;
  /** Stands above the field: what the question will be put to. */
  tools?: ReactNode;
  /** Takes what asks in the conversation, for buttons beside it. */
  asker?: Ref<(query: string) => void>;
  /** Shown before the first question. */
  welcome: (onAsk: (query: string) => void) => ReactNode;
};

const nothing = () => ({});

/** Questions and answers with a service, and the field to ask in; fills the height it is given. */
export function Conversation<Answer extends AnyAnswer>(props: Props<Answer>) {
  const { assistant, chatId, onChat, onGone, extra = nothing, tools, asker, welcome } = props;
  const { t } = useTranslation("chat");
  const talk = useConversation({ assistant, chatId, onChat, onGone, extra });
  const { send } = talk;
  useImperativeHandle(asker, () => (query: string) => send(query), [send]);
  const isEmpty = !talk.asking && (chatId === null || talk.messages.data?.length === 0);
  return (
    <div className={classes.conversation}>
      <Box className={classes.thread} key={chatId ?? "new"} tabIndex={0} role="log" aria-label={t("thread.label")} aria-live="off">
        {isEmpty && (
          <Center mih="100%" p="md">
            {welcome(talk.send)}
          </Center>
        )}
        {chatId !== null && talk.messages.isPending && !talk.asking && <Waiting />}
        {talk.messages.error && !isGone(talk.messages.error) && (
          <Box p="md">
            <Trouble error={talk.messages.error} onAgain={() => void talk.messages.refetch()} />
          </Box>
        )}
        {!isEmpty && (
          <Thread
            assistant={assistant}
            messages={talk.messages.data ?? []}
            asking={talk.asking}
            onAsk={talk.send}
            onFollow={talk.setFollowed}
          />
        )}
      </Box>
      <div className={classes.composer}>
        {talk.error !== null && talk.error !== undefined && (
          <Box mb="xs">
            <Trouble error={talk.error} onAgain={() => talk.send(talk.asking?.question ?? talk.draft)} />
          </Box>
        )}
        <Composer talk={talk} tools={tools} />
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <Stack className={classes.column ?? ""} pt="md">
      <Skeleton h={36} w="50%" ml="auto" />
      <Skeleton h={120} />
    </Stack>
  );
}
