import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";

import type { Schemas } from "@/api/client";
import { events } from "@/api/events";
import type { Mode } from "@/api/me";
import { Unreachable } from "@/api/problems";

import type { AnyAnswer } from "./assistant";
import type { Message } from "./chats";
import { tellOtherTabs } from "./elsewhere";
import { isGone } from "./gone";
import { answerKey, chatsKey, messagesKey } from "./keys";

const ASK_AGAIN_MS = 2_000;

/** A stage of an answer as the stream tells it. */
export type Stage = { stage: string; state: "done" | "skipped" | "failed"; milliseconds: number; result: Record<string, unknown> };

/** An answer while it is being made. */
export type Asking = {
  question: string;
  /** Known as soon as the server has kept the question: from then on nothing of it can be lost. */
  messageId: number | null;
  answerId: number | null;
  stages: Stage[];
  sentences: Record<string, unknown>[];
  answer: Record<string, unknown> | null;
  error: unknown;
};

export type NewMessage = Omit<Schemas["NewMessage"], "is_quoted_only"> & { is_quoted_only?: boolean };

export const begun = (question: string): Asking => ({
  question,
  messageId: null,
  answerId: null,
  stages: [],
  sentences: [],
  answer: null,
  error: null,
});

/**
 * Asks in chats and tells how each answer comes about. What is asked goes on in the server when the page is left; a
 * stream that breaks after the question was kept leaves the message in the list, whose answer is then polled.
 */
export function useAsking(mode: Mode) {
  const queries = useQueryClient();
  const [askings, setAskings] = useState<Record<number, Asking>>({});
  const stops = useRef(new Set<AbortController>());

  useEffect(() => {
    const open = stops.current;
    return () => open.forEach((stop) => stop.abort());
  }, []);

  const change = useCallback((chatId: number, next: (now: Asking) => Asking) => {
    setAskings((all) => (all[chatId] ? { ...all, [chatId]: next(all[chatId]) } : all));
  }, []);

  const dismiss = useCallback((chatId: number) => {
    setAskings((all) => Object.fromEntries(Object.entries(all).filter(([id]) => Number(id) !== chatId)));
  }, []);

  /** Follows the stream to its end; the id of the message, null where the question was not kept. */
  const listen = useCallback(
    async (chatId: number, message: NewMessage, onKept: () => void, signal: AbortSignal): Promise<number | null> => {
      let messageId: number | null = null;
      try {
        for await (const told of events(`/api/v1/chats/${chatId}/messages`, message, signal)) {
          if (told.event === "kept") {
            messageId = (told.data as { message_id: number }).message_id;
            onKept();
            void queries.invalidateQueries({ queryKey: chatsKey }); // the first question names the conversation
            tellOtherTabs(chatId);
          }
          if (told.event === "answer") keepAnswer(queries, mode, told.data as AnyAnswer);
          change(chatId, (now) => withEvent(now, told.event, told.data));
        }
      } catch (error) {
        if (messageId === null) throw error;
      }
      return messageId;
    },
    [queries, mode, change],
  );

  /** `onKept`: the server has the question, it need not be kept here any more. */
  const ask = useCallback(
    async (chatId: number, message: NewMessage, onKept: () => void) => {
      const stop = new AbortController();
      stops.current.add(stop);
      setAskings((all) => ({ ...all, [chatId]: begun(message.query) }));
      try {
        const messageId = await listen(chatId, message, onKept, stop.signal);
        await untilListed(queries, chatId, messageId, stop.signal);
        if (!stop.signal.aborted) dismiss(chatId);
      } catch (error) {
        change(chatId, (now) => ({ ...now, error }));
        if (isGone(error)) void queries.invalidateQueries({ queryKey: messagesKey(chatId) });
      } finally {
        stops.current.delete(stop);
      }
    },
    [queries, listen, change, dismiss],
  );

  return { askings, ask };
}

/** The message stands in the list, whose own polling goes on from there. A server that is away is asked again. */
async function untilListed(queries: QueryClient, chatId: number, messageId: number | null, signal: AbortSignal): Promise<void> {
  const queryKey = messagesKey(chatId);
  while (!signal.aborted) {
    await queries.refetchQueries({ queryKey });
    const state = queries.getQueryState<Message[]>(queryKey);
    const isListed = messageId === null || state?.data?.some((message) => message.id === messageId);
    if (!state || isListed || !(state.error instanceof Unreachable)) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}

/** The message that comes into the list finds its answer there already. */
function keepAnswer(queries: QueryClient, mode: Mode, answer: AnyAnswer): void {
  queries.setQueryData(answerKey(mode, answer.id), answer);
}

/** What is known after an event more. */
export function withEvent(now: Asking, event: string, data: unknown): Asking {
  const told = data as Record<string, unknown>;
  if (event === "kept") return { ...now, messageId: told.message_id as number };
  if (event === "accepted") return { ...now, answerId: (told.answer_id ?? told.document_answer_id) as number };
  if (event === "stage") return { ...now, stages: [...now.stages, data as Stage] };
  if (event === "sentence") return { ...now, sentences: [...now.sentences, told] };
  if (event === "answer") return { ...now, answer: told };
  return now;
}
