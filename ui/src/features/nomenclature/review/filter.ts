import type { Schemas } from "@/api/client";

export type Decision = Schemas["RowDecision"];

/** What the rows can be put in order by. */
export type Order = "number" | "name" | "confidence" | "group";

/** Which rows of a run are shown, and in which order; null, "" and the whole span 0…1 mean "all". */
export type Filter = {
  decision: Decision | null;
  groupCode: string | null;
  confidenceFrom: number;
  confidenceTo: number;
  text: string;
  order: Order;
  isDescending: boolean;
};

export const EVERYTHING: Filter = {
  decision: null,
  groupCode: null,
  confidenceFrom: 0,
  confidenceTo: 1,
  text: "",
  order: "number",
  isDescending: false,
};

/** Whether no row is left out. */
export function isEverything(filter: Filter): boolean {
  return filter.decision === null && filter.groupCode === null && filter.text === "" && !hasConfidence(filter);
}

/** Whether every row is shown by its number, so that nobody need be asked which row stands where. */
export function isAsNumbered(filter: Filter): boolean {
  return isEverything(filter) && filter.order === "number" && !filter.isDescending;
}

export function hasConfidence(filter: Filter): boolean {
  return filter.confidenceFrom > 0 || filter.confidenceTo < 1;
}

/** Every row again, in the order chosen. */
export function cleared(filter: Filter): Filter {
  return { ...EVERYTHING, order: filter.order, isDescending: filter.isDescending };
}

/** A heading pressed: order by it, or the other way round where that is so already. */
export function orderedBy(filter: Filter, order: Order): Filter {
  return { ...filter, order, isDescending: filter.order === order && !filter.isDescending };
}

/** The filter as the server's query parameters. */
export function queryOf(filter: Filter) {
  return {
    ...(filter.decision === null ? {} : { decision: filter.decision }),
    ...(filter.groupCode === null ? {} : { group_code: filter.groupCode }),
    ...(filter.confidenceFrom > 0 ? { confidence_from: filter.confidenceFrom } : {}),
    ...(filter.confidenceTo < 1 ? { confidence_to: filter.confidenceTo } : {}),
    ...(filter.text === "" ? {} : { text: filter.text }),
    ...(filter.order === "number" ? {} : { order: filter.order }),
    ...(filter.isDescending ? { descending: true } : {}),
  };
}

/** What is kept of a filter from an earlier visit, made whole: it may have been kept by an older page. */
export function filterOf(kept: unknown): Filter {
  return typeof kept === "object" && kept !== null ? { ...EVERYTHING, ...kept } : EVERYTHING;
}
