import { useQuery } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";

import { useDeed, usePlainDeed } from "../useDeed";
import { structureOf } from "./structure";

export type Database = Schemas["DatabaseOut"];
export type Columns = Schemas["ColumnsOut"];
export type RowFilter = Schemas["RowFilterOut"];

const ROOM = ["admin", "database"];
const LEARNING_LOOKED_EVERY_MS = 5_000;
/** The connection itself, and everything that the database's own room has shown of it. */
const everything = [ROOM, ["database-assistant"]];
const pathOf = (databaseId: number) => ({ path: { database_id: databaseId } });

/** The department's database; null where none is connected. */
export function useDatabase() {
  return useQuery({
    queryKey: ROOM,
    refetchInterval: (query) => (query.state.data?.learning === "waiting" ? LEARNING_LOOKED_EVERY_MS : false),
    queryFn: async () => (await given(api.GET("/api/v1/databases"))).entries[0] ?? null,
  });
}

export function useConnecting() {
  return useDeed((body: Schemas["DatabaseIn"]) => given(api.POST("/api/v1/databases", { body })), everything);
}

export function useDatabaseChange(databaseId: number) {
  return useDeed(
    (body: Schemas["DatabaseChange"]) => given(api.PATCH("/api/v1/databases/{database_id}", { params: pathOf(databaseId), body })),
    everything,
  );
}

export function useDatabaseRemoval(databaseId: number) {
  return usePlainDeed(async () => {
    await api.DELETE("/api/v1/databases/{database_id}", { params: pathOf(databaseId) });
  }, everything);
}

export function useCheck(databaseId: number) {
  return usePlainDeed(
    () => given(api.POST("/api/v1/databases/{database_id}/check", { params: pathOf(databaseId) })),
    everything,
  );
}

export function useLearning(databaseId: number) {
  return usePlainDeed(
    () => given(api.POST("/api/v1/databases/{database_id}/learning", { params: pathOf(databaseId) })),
    everything,
  );
}

/** Which columns no query reads, and whose values are not collected. */
export function useColumns(databaseId: number) {
  return useQuery({
    queryKey: [...ROOM, databaseId, "columns"],
    queryFn: () => given(api.GET("/api/v1/databases/{database_id}/columns", { params: pathOf(databaseId) })),
  });
}

export function useColumnsChange(databaseId: number) {
  return useDeed(
    (body: Schemas["ColumnsIn"]) => given(api.PUT("/api/v1/databases/{database_id}/columns", { params: pathOf(databaseId), body })),
    everything,
  );
}

/** All tables and columns, the hidden ones too: their administrator may see that they are there. */
export function useStructure(database: Database) {
  const hidden = useColumns(database.id).data?.hidden;
  return useQuery({
    queryKey: [...ROOM, database.id, "structure", database.learned_at, hidden],
    enabled: database.learned_at !== null && hidden !== undefined,
    queryFn: async () =>
      structureOf(await given(api.GET("/api/v1/databases/{database_id}/schema", { params: pathOf(database.id) })), hidden ?? []),
  });
}

export function useRowFilters(databaseId: number) {
  return useQuery({
    queryKey: [...ROOM, databaseId, "row-filters"],
    queryFn: () => given(api.GET("/api/v1/databases/{database_id}/row-filters", { params: pathOf(databaseId) })),
  });
}

export function useNewRowFilter(databaseId: number) {
  return useDeed(
    (body: Schemas["NewRowFilter"]) =>
      given(api.POST("/api/v1/databases/{database_id}/row-filters", { params: pathOf(databaseId), body })),
    everything,
  );
}

export function useRowFilterRemoval(databaseId: number) {
  return useDeed(async (filterId: number) => {
    const params = { path: { database_id: databaseId, row_filter_id: filterId } };
    await api.DELETE("/api/v1/databases/{database_id}/row-filters/{row_filter_id}", { params });
  }, everything);
}
