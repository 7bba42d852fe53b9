import { useSessionStorage } from "@mantine/hooks";

import { useTrain } from "../versions";

/** A training asked for here; how it ended is told after a reload too. */
export function useTraining(catalogueId: number) {
  const [jobId, setJobId] = useSessionStorage<number | null>({
    key: `spravka.catalogues.training.${catalogueId}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const asking = useTrain(catalogueId);
  return {
    jobId,
    error: asking.error,
    isAsking: asking.isPending,
    start: () => asking.mutate(undefined, { onSuccess: (begun) => setJobId(begun.id) }),
    forget: () => setJobId(null),
  };
}
