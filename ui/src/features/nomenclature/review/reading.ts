import { api, given } from "@/api/client";

import { AS_MATCHED, type Row, type Said } from "../deciding/decided";
import { type Filter, queryOf } from "./filter";

/** How many rows are asked for by their numbers at once, at most. */
const MOST_NUMBERS = 200;

const MOST_NEWS = 200;

/** The numbers of all rows that meet the filter, in its order. */
export async function readNumbers(runId: number, filter: Filter, signal?: AbortSignal): Promise<number[]> {
  return await askNumbers(runId, queryOf(filter), signal);
}

/** The rows for which something was found, so that there is something to accept. */
export async function readAcceptable(runId: number): Promise<number[]> {
  return await askNumbers(runId, { confidence_from: 0 });
}

/** What people have decided, by the number of the row; the other rows are as they were matched. */
export async function readDecided(runId: number): Promise<Map<number, Said>> {
  const params = { path: { mapping_id: runId } };
  const { decisions } = await given(api.GET("/api/v1/mappings/{mapping_id}/decisions", { params }));
  return new Map(decisions.map(({ number, decision, item_id }) => [number, saidOf(decision, item_id)]));
}

function saidOf(decision: Row["decision"], itemId: number | null): Said {
  if (decision === "pending") return AS_MATCHED;
  return { decision, itemId: decision === "accepted" ? itemId : null };
}

async function askNumbers(runId: number, query: object, signal?: AbortSignal): Promise<number[]> {
  const params = { path: { mapping_id: runId }, query };
  const call = api.GET("/api/v1/mappings/{mapping_id}/row-numbers", { params, ...(signal ? { signal } : {}) });
  return (await given(call)).numbers;
}

/** The rows of those numbers, in their order. */
export async function readRows(runId: number, numbers: readonly number[], signal?: AbortSignal): Promise<Row[]> {
  const found: Row[] = [];
  for (let begin = 0; begin < numbers.length; begin += MOST_NUMBERS) {
    const some = numbers.slice(begin, begin + MOST_NUMBERS);
    const params = { path: { mapping_id: runId }, query: { numbers: some, limit: MOST_NUMBERS } };
    const call = api.GET("/api/v1/mappings/{mapping_id}/rows", { params, ...(signal ? { signal } : {}) });
    found.push(...(await given(call)).entries);
  }
  return found;
}

/** What was decided since a moment of the server's clock, by whomever, and when the server was asked. */
export type News = { rows: Row[]; isAll: boolean; askedAt: number };

export async function readNews(runId: number, since: string): Promise<News> {
  const params = { path: { mapping_id: runId }, query: { decided_since: since, limit: MOST_NEWS } };
  const { data, response } = await api.GET("/api/v1/mappings/{mapping_id}/rows", { params });
  const told = Date.parse(response.headers.get("Date") ?? "");
  const askedAt = Number.isNaN(told) ? Date.now() : told;
  return { rows: data?.entries ?? [], isAll: (data?.next_after ?? null) === null, askedAt };
}

/** The groups that the run's rows fell into, those with most rows first. */
export function readGroups(runId: number) {
  return given(api.GET("/api/v1/mappings/{mapping_id}/groups", { params: { path: { mapping_id: runId } } }));
}
