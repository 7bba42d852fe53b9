import type { ComponentType } from "react";

import type { Mode } from "@/api/me";

import type { Asking } from "./asking";
import type { Message } from "./chats";

/** What the answers of every assistant have in common. */
export type AnyAnswer = {
  id: number;
  state: string;
  stages: Record<string, unknown>[];
  finished_at: string | null;
};

export type AnswerProps<Answer extends AnyAnswer> = {
  message: Message;
  answer: Answer;
  /** The last of its conversation: what may be asked next is offered below it. */
  isLast: boolean;
  /** Ask this next in the same conversation. It follows this message; `followedId`: another one, `null`: none. */
  onAsk: (query: string, followedId?: number | null) => void;
};

export type LiveProps = { asking: Asking };

/**
 * What a service brings to a conversation with it. `AnswerOf` draws an answer that is over, `Live` what is known of
 * one that is being made (below the list of its stages).
 */
export type Assistant<Answer extends AnyAnswer> = {
  mode: Mode;
  /** The stages in the order they happen; one that is not told may be left out by the server. */
  stages: readonly string[];
  stageName: (stage: string) => string;
  /** Where a finished stage found something worth a few words beside its name. */
  stageNote?: (stage: string, result: Record<string, unknown>) => string | null;
  readAnswer: (answerId: number) => Promise<Answer>;
  stopAnswer: (answerId: number) => Promise<unknown>;
  AnswerOf: ComponentType<AnswerProps<Answer>>;
  Live?: ComponentType<LiveProps>;
};

/** The answer of a message, whichever service gave it. */
export function answerIdOf(message: Message): number | null {
  return message.answer_id ?? message.document_answer_id;
}
