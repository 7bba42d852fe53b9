import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";

import { useTroubleNotice } from "@/pieces/useTroubleNotice";

/**
 * Something that is done on the server. It is over when what it `changes` has been asked for anew, so that a dialog
 * closes over the new state. `doNow` is for switches, which have no place for a trouble: it tells it in a notice.
 */
export function useDeed<Input, Output>(deed: (input: Input) => Promise<Output>, changes: QueryKey[]) {
  const queries = useQueryClient();
  const tell = useTroubleNotice();
  const mutation = useMutation({
    mutationFn: deed,
    onSuccess: () => Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return {
    isBusy: mutation.isPending,
    input: mutation.variables,
    error: mutation.error,
    tell,
    done: mutation.mutateAsync,
    doNow: (input: Input) => mutation.mutate(input, { onError: tell }),
  };
}

/** The same for what needs to be told nothing. */
export function usePlainDeed<Output>(deed: () => Promise<Output>, changes: QueryKey[]) {
  const { done, doNow, ...rest } = useDeed<undefined, Output>(deed, changes);
  return { ...rest, done: () => done(undefined), doNow: () => doNow(undefined) };
}
