import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { isAwaited, useAnswer } from "./answers";
import { type NewMessage, useAsking } from "./asking";
import { answerIdOf, type AnyAnswer, type Assistant } from "./assistant";
import { type Message, useMessages, useNewChat } from "./chats";
import { keepDraft, moveDraft, readDraft, useDraft } from "./drafts";
import { answerKey } from "./keys";

type Conversing<Answer extends AnyAnswer> = {
  assistant: Assistant<Answer>;
  chatId: number | null;
  onChat: (chatId: number) => void;
  extra: () => Partial<NewMessage>;
};

/** A conversation as its screen needs it: what was said, what is being answered, and the means to ask and to stop. */
export function useConversation<Answer extends AnyAnswer>({ assistant, chatId, onChat, extra }: Conversing<Answer>) {
  const { mode } = assistant;
  const messages = useMessages(chatId);
  const newChat = useNewChat(mode);
  const { askings, ask } = useAsking(mode);
  const [draft, setDraft] = useDraft(draftName(mode, chatId));
  const [followed, setFollowed] = useState<Message | null>(null);

  const asking = chatId === null ? null : (askings[chatId] ?? null);
  const last = messages.data?.at(-1);
  const lastAnswer = useAnswer(assistant, last ? answerIdOf(last) : null);
  const isLastAwaited = last !== undefined && answerIdOf(last) !== null && isAwaited(lastAnswer.data, lastAnswer.error);
  const isBusy = newChat.isPending || (asking ? asking.error === null : isLastAwaited);
  const stopping = useStopping(assistant);

  async function send(text: string) {
    const query = text.trim();
    if (!query || isBusy) return;
    const follows = followed && followed.chat_id === chatId ? { connected_message_id: followed.id } : {};
    const message = { ...extra(), ...follows, query };
    const id = chatId ?? (await newChat.mutateAsync()).id;
    const draftIsOf = draftName(mode, id);
    if (chatId === null) {
      moveDraft(draftName(mode, null), draftIsOf);
      onChat(id);
    }
    setFollowed(null);
    await ask(id, message, () => {
      if (readDraft(draftIsOf).trim() === query) keepDraft(draftIsOf, "");
    });
  }

  const isOnItsWay = asking !== null && asking.error === null && asking.messageId === null;
  return {
    messages,
    asking,
    isBusy,
    followed: followed?.chat_id === chatId ? followed : null,
    setFollowed,
    draft: isOnItsWay && draft.trim() === asking.question ? "" : draft,
    setDraft,
    send: (text: string) => void send(text).catch(() => undefined), // the mutation keeps the error
    error: asking?.error ?? newChat.error,
    stop: () => stopping.mutate(asking?.answerId ?? (last ? answerIdOf(last) : null)),
    isStopping: isBusy && stopping.isPending,
  };
}

/** The server stops before the next stage; what it has found until then is told. */
function useStopping<Answer extends AnyAnswer>(assistant: Assistant<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (answerId: number | null) => {
      if (answerId === null) return;
      await assistant.stopAnswer(answerId);
      await queries.invalidateQueries({ queryKey: answerKey(assistant.mode, answerId) });
    },
  });
}

function draftName(mode: string, chatId: number | null): string {
  return `${mode}.${chatId ?? "new"}`;
}
