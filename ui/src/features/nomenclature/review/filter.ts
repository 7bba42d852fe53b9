import type { Schemas } from "@/api/client";

export type Decision = Schemas["RowDecision"];

/** Which rows of a run are shown; null and the whole span 0…1 mean "all". */
export type Filter = {
  decision: Decision | null;
  groupCode: string | null;
  confidenceFrom: number;
  confidenceTo: number;
};

export const EVERYTHING: Filter = { decision: null, groupCode: null, confidenceFrom: 0, confidenceTo: 1 };

/** Whether every row is shown, so that a row's place is its number. */
export function isEverything(filter: Filter): boolean {
  return filter.decision === null && filter.groupCode === null && !hasConfidence(filter);
}

export function hasConfidence(filter: Filter): boolean {
  return filter.confidenceFrom > 0 || filter.confidenceTo < 1;
}

/** The filter as the server's query parameters. */
export function queryOf(filter: Filter) {
  return {
    ...(filter.decision === null ? {} : { decision: filter.decision }),
    ...(filter.groupCode === null ? {} : { group_code: filter.groupCode }),
    ...(filter.confidenceFrom > 0 ? { confidence_from: filter.confidenceFrom } : {}),
    ...(filter.confidenceTo < 1 ? { confidence_to: filter.confidenceTo } : {}),
  };
}

/** How many rows the filter finds, where the counts of the run tell it; null where only a look would. */
export function countOf(filter: Filter, counts: Readonly<Record<string, number>>, rowCount: number): number | null {
  if (filter.groupCode !== null || hasConfidence(filter)) return null;
  return filter.decision === null ? rowCount : (counts[filter.decision] ?? 0);
}
