import { Stack } from "@mantine/core";

import type { LiveProps } from "@/chat/assistant";

import type { ProofSpan } from "../answer";
import { laidOut } from "../sql/layout";
import { SqlText } from "../sql/SqlText";
import { ColouredQuestion } from "./Proof";

/** What is known of an answer before it is over: how the question was read, and the query that runs. */
export function Live({ asking }: LiveProps) {
  const result = (name: string) => asking.stages.find((one) => one.stage === name && one.state === "done")?.result;
  const proof = result("plan")?.proof as ProofSpan[] | undefined;
  const sql = result("guard")?.sql as string | undefined;
  return (
    <Stack gap="sm">
      {proof && proof.length > 0 && <ColouredQuestion question={asking.question} proof={proof} />}
      {sql && <SqlText sql={laidOut(sql)} />}
    </Stack>
  );
}
