import { useCallback, useEffect, useRef, useState } from "react";

import { events } from "@/api/events";
import type { Stage } from "@/chat/asking";

import { type Answer, answerOf } from "./answer";
import { useKeepAnswer } from "./answers";

/** An answer that is being made outside the conversation: to changed SQL, or to a chosen meaning. */
type Running = { answerId: number | null; stages: Stage[] };

type Work = { run: (path: string, body: unknown) => Promise<void>; running: Running | null; error: unknown };

/**
 * Sends what makes a new answer and follows its stages; `onAccepted` gets its id as soon as the server has it: from
 * then on it comes about, whatever becomes of the connection or the page.
 */
export function useRunning(onAccepted: (answerId: number) => void): Work {
  const keep = useKeepAnswer();
  const [running, setRunning] = useState<Running | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => () => stopping.current?.abort(), []);

  const run = useCallback(
    async (path: string, body: unknown) => {
      const stop = new AbortController();
      stopping.current = stop;
      let now: Running = { answerId: null, stages: [] };
      setError(null);
      setRunning(now);
      try {
        for await (const told of events(path, body, stop.signal)) {
          now = withEvent(now, told.event, told.data);
          setRunning(now);
          if (told.event === "accepted" && now.answerId !== null) onAccepted(now.answerId);
          if (told.event === "answer") keep(answerOf(told.data) satisfies Answer);
        }
      } catch (caught) {
        if (now.answerId === null) setError(caught);
      }
      if (stop.signal.aborted) return;
      setRunning(null);
    },
    [keep, onAccepted],
  );
  return { run, running, error };
}

/** What is known after an event more. */
function withEvent(now: Running, event: string, data: unknown): Running {
  if (event === "accepted") return { ...now, answerId: (data as { answer_id: number }).answer_id };
  if (event === "stage") return { ...now, stages: [...now.stages, data as Stage] };
  return now;
}
