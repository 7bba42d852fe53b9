import { useMemo } from "react";

import type { Assistant } from "@/chat/assistant";
import { part } from "@/pieces/part";

import type { Answer } from "./answer";
import { Live } from "./answer/Live";
import { stages, useStageName } from "./answer/useStageName";
import { useStageNote } from "./answer/useStageNote";
import { readAnswer, stopAnswer } from "./answers";

const AnswerOf = part(async () => (await import("./answer/AnswerOf")).AnswerOf);

/** What the database brings to a conversation. */
export function useDatabaseAssistant(): Assistant<Answer> {
  const stageName = useStageName();
  const stageNote = useStageNote();
  return useMemo(
    () => ({ mode: "databases", stages, stageName, stageNote, readAnswer, stopAnswer, AnswerOf, Live }),
    [stageName, stageNote],
  );
}
