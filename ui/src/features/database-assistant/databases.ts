import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";

import { structureOf } from "./beside/structure";

const ROOM = "database-assistant";
const LEARNING_LOOKED_EVERY_MS = 3_000;

export type Database = Schemas["DatabaseOut"];
export type GlossaryTerm = Schemas["GlossaryTermOut"];
export type NewTerm = Schemas["NewGlossaryTerm"];
type StageSwitches = Schemas["StageSwitches"];

/** The department's database, `null` where none is connected; looked at again while it is being learned. */
export function useDatabase() {
  return useQuery({
    queryKey: [ROOM, "database"],
    staleTime: 30_000,
    refetchInterval: (query) => (query.state.data?.learning === "waiting" ? LEARNING_LOOKED_EVERY_MS : false),
    queryFn: async () => (await given(api.GET("/api/v1/databases"))).entries[0] ?? null,
  });
}

/** Tables, columns and keys as last learned. */
export function useStructure(database: Database | null | undefined) {
  return useQuery({
    queryKey: [ROOM, "structure", database?.id, database?.learned_at],
    enabled: Boolean(database?.learned_at),
    staleTime: Infinity,
    queryFn: async () => {
      const params = { path: { database_id: database?.id ?? 0 } };
      const [schema, values] = await Promise.all([
        given(api.GET("/api/v1/databases/{database_id}/schema", { params })),
        given(api.GET("/api/v1/databases/{database_id}/values", { params })),
      ]);
      return structureOf(schema, values);
    },
  });
}

/** All terms of the department, in the order of the alphabet. */
export function useGlossary(databaseId: number) {
  return useQuery({
    queryKey: [ROOM, "glossary", databaseId],
    queryFn: async () => {
      const found: GlossaryTerm[] = [];
      let after: number | null = null;
      do {
        const query: { limit: number; after?: number } = { limit: 500, ...(after === null ? {} : { after }) };
        const params = { path: { database_id: databaseId }, query };
        const page = await given(api.GET("/api/v1/databases/{database_id}/glossary", { params }));
        found.push(...page.entries);
        after = page.next_after ?? null;
      } while (after !== null);
      return found.sort((one, other) => one.term.localeCompare(other.term));
    },
  });
}

/** Adds a term; with an id, changes that one. */
export function useTermSaving(databaseId: number, termId: number | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewTerm) => {
      const path = { database_id: databaseId };
      if (termId === null) return given(api.POST("/api/v1/databases/{database_id}/glossary", { params: { path }, body }));
      const params = { path: { ...path, glossary_term_id: termId } };
      return given(api.PUT("/api/v1/databases/{database_id}/glossary/{glossary_term_id}", { params, body }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [ROOM, "glossary", databaseId] }),
  });
}

export function useTermRemoval(databaseId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (termId: number) => {
      const path = { database_id: databaseId, glossary_term_id: termId };
      return api.DELETE("/api/v1/databases/{database_id}/glossary/{glossary_term_id}", { params: { path } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [ROOM, "glossary", databaseId] }),
  });
}

/** Which optional stages make the user's answers. */
export function useSwitches() {
  return useQuery({
    queryKey: [ROOM, "switches"],
    queryFn: () => given(api.GET("/api/v1/answer-stages")),
  });
}

/** Shown as wanted at once; goes back where the server refuses. */
export function useSwitching() {
  const queries = useQueryClient();
  const queryKey = [ROOM, "switches"];
  return useMutation({
    mutationFn: (body: StageSwitches) => given(api.PUT("/api/v1/answer-stages", { body })),
    onMutate: async (wanted) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<StageSwitches>(queryKey);
      queries.setQueryData(queryKey, wanted);
      return { before };
    },
    onError: (_error, _wanted, kept) => queries.setQueryData(queryKey, kept?.before),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
}
