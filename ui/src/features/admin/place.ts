import { useNavigate, useSearch } from "@tanstack/react-router";

import { idOf } from "@/pieces/address";

import type { SectionName } from "./sections";

/** Where in the administration one is; it stands in the address, so that it can be sent and reloaded. */
export function usePlace() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    section: search.section,
    tenantId: idOf(search.tenant),
    open: (section: SectionName, tenant?: number) => void navigate({ to: "/admin", search: searchOf(section, tenant) }),
  };
}

/** The search part of an address within the administration. */
export function searchOf(section: SectionName, tenant?: number): never {
  return (tenant === undefined ? { section } : { section, tenant }) as never;
}
