import { useEffect } from "react";

import type { AnswerProps } from "@/chat/assistant";
import { useDraft } from "@/pieces/useDraft";

import type { Answer } from "../answer";
import { firstAnswerIdOf, useAnswerChange, useOtherAnswer } from "../answers";
import { useRunning } from "../running";

type Given = Pick<AnswerProps<Answer>, "message" | "answer">;

/**
 * Changed SQL and a chosen meaning make another answer to the same question. One that has come to rows takes the
 * first one's place in the message; one that has not is shown, and the message stays as it was.
 */
export function useOtherReading({ message, answer }: Given) {
  const [madeId, setMadeId, forget] = useDraft<number | null>(`database.made.${message.id}`, null);
  const [sql, setSql, clearSql] = useDraft<string | null>(`database.sql.${message.id}`, null);
  const made = useOtherAnswer(madeId);
  const { run, running, error } = useRunning(setMadeId);
  const change = useAnswerChange(message);
  const { mutate, isIdle } = change;
  const isThere = madeId !== null && made.data?.state === "answered";

  useEffect(() => {
    if (!isThere || !isIdle) return;
    const onSuccess = () => {
      clearSql();
      forget();
    };
    mutate(madeId, { onSuccess });
  }, [isThere, isIdle, madeId, mutate, clearSql, forget]);

  function make(path: string, body: unknown) {
    change.reset();
    forget();
    void run(path, body);
  }

  const firstId = firstAnswerIdOf(message);
  const isFruitless = made.data !== undefined && made.data.state !== "answered" && made.data.state !== "running";
  const shown = isFruitless ? made.data : answer;
  const isBusy = running !== null || made.data?.state === "running" || change.isPending;
  return {
    shown,
    isBusy,
    stages: running?.stages ?? made.data?.stages ?? [],
    answerId: running?.answerId ?? madeId,
    error: error ?? made.error ?? change.error,
    sql: { draft: sql, set: setSql, clear: clearSql },
    isOther: isFruitless || firstId !== null,
    back: () => (isFruitless ? forget() : firstId !== null && mutate(firstId)),
    runSql: (text: string) => make("/api/v1/queries", { sql: text, answer_id: answer.id }),
    choose: (words: string, target: string) => make(`/api/v1/answers/${shown.id}/choice`, { words, target }),
  };
}

export type SqlDraft = ReturnType<typeof useOtherReading>["sql"];
