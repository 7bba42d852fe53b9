import { useQuery } from "@tanstack/react-query";

import { Refused } from "@/api/problems";

import type { AnyAnswer, Assistant } from "./assistant";
import { answerKey } from "./keys";

const POLL_MS = 1_000;

/** An answer with everything that came of its question; asked again and again until it is over. */
export function useAnswer<Answer extends AnyAnswer>(assistant: Assistant<Answer>, answerId: number | null) {
  return useQuery({
    queryKey: answerKey(assistant.mode, answerId),
    enabled: answerId !== null,
    queryFn: () => assistant.readAnswer(answerId as number),
    staleTime: (query) => (query.state.data && isOver(query.state.data) ? Infinity : 0),
    refetchInterval: (query) => (isAwaited(query.state.data, query.state.error) ? POLL_MS : false),
  });
}

export function isOver(answer: AnyAnswer): boolean {
  return answer.state !== "running";
}

/** A refusal (somebody deleted it) is the end; a server that does not answer is asked again. */
export function isAwaited(answer: AnyAnswer | undefined, error: unknown): boolean {
  if (error instanceof Refused) return false;
  return answer === undefined || !isOver(answer);
}
