import i18next from "i18next";

import type { Assistant } from "@/chat/assistant";

import { type DocumentAnswer, readAnswer, stopAnswer } from "./answer";
import { DocumentAnswerOf } from "./DocumentAnswerOf";
import { LiveAnswer } from "./LiveAnswer";

/** What the conversation must know of the service of documents. */
export const documentAssistant: Assistant<DocumentAnswer> = {
  mode: "documents",
  stages: ["search", "quotations", "llm"],
  stageName: (stage) => i18next.t(`stages.${stage}`, { ns: "documents" }),
  stageNote,
  readAnswer,
  stopAnswer,
  AnswerOf: DocumentAnswerOf,
  Live: LiveAnswer,
};

function stageNote(stage: string, result: Record<string, unknown>): string | null {
  if (stage !== "search" || typeof result.candidate_count !== "number") return null;
  return i18next.t("stages.places", { ns: "documents", count: result.candidate_count });
}
