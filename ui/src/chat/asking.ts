import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";

import type { Schemas } from "@/api/client";
import { events } from "@/api/events";

/** A stage of an answer as the stream tells it. */
export type Stage = { stage: string; state: "done" | "skipped" | "failed"; milliseconds: number; result: Record<string, unknown> };

/** An answer while it is being made. */
export type Asking = {
  question: string;
  stages: Stage[];
  sentences: Record<string, unknown>[];
  answer: Record<string, unknown> | null;
  error: unknown;
  isOver: boolean;
};

type NewMessage = Omit<Schemas["NewMessage"], "is_quoted_only"> & { is_quoted_only?: boolean };

const begun = (question: string): Asking => ({
  question,
  stages: [],
  sentences: [],
  answer: null,
  error: null,
  isOver: false,
});

/** Asks in a chat and tells how the answer comes about; what is asked goes on in the server when the page is left. */
export function useAsking() {
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Asking | null>(null);
  const stopping = useRef<AbortController | null>(null);

  useEffect(() => () => stopping.current?.abort(), []);

  const ask = useCallback(
    async (chatId: number, message: NewMessage) => {
      const stop = new AbortController();
      stopping.current = stop;
      setAsking(begun(message.query));
      try {
        for await (const told of events(`/api/v1/chats/${chatId}/messages`, message, stop.signal)) {
          setAsking((now) => (now ? withEvent(now, told.event, told.data) : now));
        }
        await queries.invalidateQueries({ queryKey: ["messages", chatId] });
        setAsking(null);
      } catch (error) {
        setAsking((now) => (now ? { ...now, error, isOver: true } : now));
      }
      await queries.invalidateQueries({ queryKey: ["chats"] });
    },
    [queries],
  );

  return { asking, ask, dismiss: () => setAsking(null) };
}

/** What is known after an event more. */
export function withEvent(now: Asking, event: string, data: unknown): Asking {
  if (event === "stage") return { ...now, stages: [...now.stages, data as Stage] };
  if (event === "sentence") return { ...now, sentences: [...now.sentences, data as Record<string, unknown>] };
  if (event === "answer") return { ...now, answer: data as Record<string, unknown> };
  return now;
}
