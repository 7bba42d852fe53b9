import { useQuery } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";

export type Group = Schemas["GroupOut"];

const MOST = 500;
const MINUTES_5 = 300_000;

/** Every group of a catalogue. */
export function useGroups(catalogueId: number) {
  return useQuery({
    queryKey: ["catalogues", "groups", catalogueId],
    staleTime: MINUTES_5,
    queryFn: () => readGroups(catalogueId),
  });
}

/** What a group is called; its code where it has no name. */
export function labelOf(group: Pick<Group, "code" | "name">): string {
  return group.name === null || group.name === "" ? group.code : group.name;
}

/** The codes from the root down to a group; the group alone where it is not known. */
export function pathTo(code: string, groups: ReadonlyMap<string, Group>): string[] {
  const path: string[] = [];
  for (let next: string | null = code; next !== null && !path.includes(next); ) {
    path.unshift(next);
    next = groups.get(next)?.parent_code ?? null;
  }
  return path;
}

/** The names from the root down to a group; branches without a name are passed over. */
export function namesTo(code: string, groups: ReadonlyMap<string, Group>): string[] {
  return pathTo(code, groups)
    .filter((one) => one === code || groups.get(one)?.name)
    .map((one) => labelOf(groups.get(one) ?? { code: one, name: null }));
}

async function readGroups(catalogueId: number): Promise<Group[]> {
  const found: Group[] = [];
  let after: number | null = null;
  do {
    const query: { limit: number; after?: number } = { limit: MOST, ...(after === null ? {} : { after }) };
    const path = { catalogue_id: catalogueId };
    const page: Schemas["Page_GroupOut_"] = await given(
      api.GET("/api/v1/catalogues/{catalogue_id}/groups", { params: { path, query } }),
    );
    found.push(...page.entries);
    after = page.next_after;
  } while (after !== null);
  return found;
}
