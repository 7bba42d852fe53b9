import { useQuery } from "@tanstack/react-query";

import { api, given } from "@/api/client";
import type { Mode } from "@/api/me";

const SHOWN = 3;

/** Something that was worked on: what it is called, when it began, and the search part of its address. */
export type Recent = { id: number; title: string; beganAt: string; search: Record<string, number> };

/** What was worked on last in a service, the newest first. */
export function useRecent(mode: Mode) {
  return useQuery({ queryKey: ["home", "recent", mode], queryFn: () => (mode === "nomenclature" ? latestRuns() : latestChats(mode)) });
}

async function latestRuns(): Promise<Recent[]> {
  const { entries } = await given(api.GET("/api/v1/mappings", { params: { query: { limit: SHOWN } } }));
  return entries.map(({ id, title, created_at }) => ({ id, title, beganAt: created_at, search: { run: id } }));
}

async function latestChats(mode: Mode): Promise<Recent[]> {
  const { entries } = await given(api.GET("/api/v1/chats", { params: { query: { mode, limit: SHOWN } } }));
  return entries.map(({ id, title, created_at }) => ({ id, title, beganAt: created_at, search: { chat: id } }));
}
