import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useTroubleNotice } from "@/pieces/useTroubleNotice";

import type { Filter } from "./filter";
import { isAsNumbered } from "./filter";
import { numbersKey } from "./numbers";
import { readNumbers } from "./reading";
import type { RowList } from "./rowList";

/**
 * Selects every row that the filter finds now, and shows just these: what one has decided on the way here has left
 * the filter and must not be decided again with the rest.
 */
export function useSelectAll(
  runId: number,
  filter: Filter,
  list: RowList,
  said: ReadonlyMap<number, unknown>,
  choose: (numbers: readonly number[]) => void,
) {
  const queries = useQueryClient();
  const tell = useTroubleNotice();
  const selecting = useMutation({
    mutationFn: async () => {
      if (isAsNumbered(filter)) return list.numbers;
      const found = await readNumbers(runId, filter);
      return filter.decision === null ? found : found.filter((number) => !said.has(number));
    },
    onSuccess: (numbers) => {
      if (!isAsNumbered(filter)) queries.setQueryData(numbersKey(runId, filter), numbers);
      choose(numbers);
    },
    onError: tell,
  });
  return { selectAll: () => selecting.mutate(), isSelecting: selecting.isPending };
}
