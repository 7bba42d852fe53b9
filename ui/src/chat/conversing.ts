import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";

import { isAwaited, useAnswer } from "./answers";
import { begun, type NewMessage, useAsking } from "./asking";
import { answerIdOf, type AnyAnswer, type Assistant } from "./assistant";
import { type Message, useMessages, useNewChat } from "./chats";
import { draftName, keepDraft, moveDraft, readDraft, useDraft } from "./drafts";
import { useOtherTabs } from "./elsewhere";
import { useLeavingGone } from "./gone";
import { answerKey } from "./keys";

type Conversing<Answer extends AnyAnswer> = {
  assistant: Assistant<Answer>;
  chatId: number | null;
  onChat: (chatId: number) => void;
  onGone: () => void;
  extra: () => Partial<NewMessage>;
};

/** A conversation as its screen needs it: what was said, what is being answered, and the means to ask and to stop. */
export function useConversation<Answer extends AnyAnswer>({ assistant, chatId, onChat, onGone, extra }: Conversing<Answer>) {
  const { mode } = assistant;
  const messages = useMessages(chatId);
  useLeavingGone(mode, chatId, onGone);
  useOtherTabs();
  const newChat = useNewChat(mode);
  const { askings, ask } = useAsking(mode);
  const [draft, setDraft] = useDraft(draftName(mode, chatId));
  const [followed, setFollowed] = useState<Message | null>(null);

  // What is asked in a conversation that is only being begun is shown at once, as if it were there.
  const [beginning, setBeginning] = useState<string | null>(null);
  const isSending = useRef(false);

  const begunHere = chatId === null && beginning !== null && newChat.error === null ? begun(beginning) : null;
  const asking = chatId === null ? begunHere : (askings[chatId] ?? null);
  const last = messages.data?.at(-1);
  const lastAnswer = useAnswer(assistant, last ? answerIdOf(last) : null);
  const isLastAwaited = last !== undefined && answerIdOf(last) !== null && isAwaited(lastAnswer.data, lastAnswer.error);
  const isBusy = begunHere !== null || (asking ? asking.error === null : isLastAwaited);
  const stopping = useStopping(assistant);
  const follows = followed?.chat_id === chatId ? followed : null;

  async function send(text: string, followedId: number | null = follows?.id ?? null) {
    const query = text.trim();
    if (!query || isSending.current) return;
    if (isBusy) {
      if (!draft.trim()) setDraft(query); // it waits in the field until the answer is there
      return;
    }
    isSending.current = true; // a second press may come before the first one is drawn
    const message = { ...extra(), ...(followedId === null ? {} : { connected_message_id: followedId }), query };
    try {
      const id = chatId ?? (await begin(query));
      setFollowed(null);
      const draftIsOf = draftName(mode, id);
      const answered = ask(id, message, () => {
        if (readDraft(draftIsOf).trim() === query) keepDraft(draftIsOf, "");
      });
      isSending.current = false;
      await answered;
    } finally {
      isSending.current = false;
    }
  }

  async function begin(query: string): Promise<number> {
    setBeginning(query);
    try {
      const { id } = await newChat.mutateAsync();
      moveDraft(draftName(mode, null), draftName(mode, id));
      onChat(id);
      return id;
    } finally {
      setBeginning(null);
    }
  }

  function stop() {
    if (isBusy) stopping.mutate(asking?.answerId ?? (asking ? null : last ? answerIdOf(last) : null));
  }

  const isOnItsWay = asking !== null && asking.error === null && asking.messageId === null;
  return {
    messages,
    asking,
    isBusy,
    followed: follows,
    setFollowed,
    draft: isOnItsWay && draft.trim() === asking.question ? "" : draft,
    setDraft,
    send: (text: string, followedId?: number | null) => void send(text, followedId).catch(() => undefined), // the mutation keeps the error
    lastQuestion: asking?.question ?? last?.query ?? null,
    error: asking?.error ?? newChat.error,
    stop,
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
