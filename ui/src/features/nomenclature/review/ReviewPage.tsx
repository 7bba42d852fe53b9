import { Skeleton, Stack } from "@mantine/core";

import { Trouble } from "@/pieces/Trouble";

import { useRun } from "../runs/runs";
import { Review } from "./Review";

/** A run: how far it is, its rows, and what to decide of them. */
export function ReviewPage({ runId }: { runId: number }) {
  const run = useRun(runId);
  if (run.data) return <Review key={runId} run={run.data} />;
  if (run.error) return <Trouble error={run.error} onAgain={() => void run.refetch()} />;
  return (
    <Stack>
      <Skeleton h={48} />
      <Skeleton h={32} />
      <Skeleton h={400} />
    </Stack>
  );
}
