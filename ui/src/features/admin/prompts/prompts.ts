import { useQuery } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";

import { useDeed } from "../useDeed";

export type Prompt = Schemas["PromptOut"];
/** The notes on a table: all versions, the newest first, and the one in use. */
export type TableNotes = { table: string; versions: Prompt[]; active: Prompt | null };

const ROOM = ["admin", "prompts"];
const PAGE = 500;

/** All notes of the department by table. */
export function useNotes() {
  return useQuery({ queryKey: ROOM, queryFn: async () => notesOf(await allPrompts()) });
}

async function allPrompts(): Promise<Prompt[]> {
  const found: Prompt[] = [];
  let after: number | null = null;
  do {
    const query: { limit: number; after?: number } = after === null ? { limit: PAGE } : { limit: PAGE, after };
    const page: Schemas["Page_PromptOut_"] = await given(api.GET("/api/v1/prompts", { params: { query } }));
    found.push(...page.entries);
    after = page.next_after;
  } while (after !== null);
  return found;
}

/** Versions gathered by their table, tables in the order of the alphabet. */
export function notesOf(prompts: Prompt[]): TableNotes[] {
  const byTable = new Map<string, Prompt[]>();
  for (const prompt of prompts) byTable.set(prompt.table_name, [...(byTable.get(prompt.table_name) ?? []), prompt]);
  return [...byTable]
    .map(([table, versions]) => ({
      table,
      versions: [...versions].sort((one, other) => other.version - one.version),
      active: versions.find((prompt) => prompt.is_active) ?? null,
    }))
    .sort((one, other) => one.table.localeCompare(other.table));
}

export function useNewPrompt() {
  return useDeed((body: Schemas["NewPrompt"]) => given(api.POST("/api/v1/prompts", { body })), [ROOM]);
}

export function useActivation() {
  return useDeed(
    (promptId: number) =>
      given(api.POST("/api/v1/prompts/{prompt_id}/activation", { params: { path: { prompt_id: promptId } } })),
    [ROOM],
  );
}

/** The tables of the department's database, to choose from; none where it is not learned yet. */
export function useTableNames() {
  return useQuery({
    queryKey: [...ROOM, "tables"],
    queryFn: async () => {
      const database = (await given(api.GET("/api/v1/databases"))).entries[0];
      if (!database?.learned_at) return [];
      const params = { path: { database_id: database.id } };
      const schema = await given(api.GET("/api/v1/databases/{database_id}/schema", { params }));
      return schema.tables.map((table) => String(table.key)).sort();
    },
  });
}
