import { useQuery } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";
import { useKeysetPages } from "@/pieces/useKeysetPages";

import { useDeed } from "../useDeed";

export type Usage = Schemas["UsageOut"];
export type Spending = Schemas["SpendingOut"];
export type Limit = Schemas["LimitOut"];
export type LlmCall = Schemas["CallOut"];

const tenantKey = (tenantId: number) => ["admin", "usage", tenantId];

/** What the department that is open spends. */
export function useOwnUsage() {
  return useQuery({ queryKey: ["admin", "usage"], queryFn: () => given(api.GET("/api/v1/usage")) });
}

/** What any department spends, for an administrator of the platform. */
export function useTenantUsage(tenantId: number) {
  return useQuery({
    queryKey: tenantKey(tenantId),
    queryFn: () => given(api.GET("/api/v1/tenants/{tenant_id}/usage", { params: { path: { tenant_id: tenantId } } })),
  });
}

export function useCalls() {
  return useKeysetPages(["admin", "usage-calls"], (query) => given(api.GET("/api/v1/usage/calls", { params: { query } })));
}

export function useLimitChange(tenantId: number) {
  return useDeed(
    (body: Schemas["LimitChange"]) =>
      given(api.PUT("/api/v1/tenants/{tenant_id}/usage-limit", { params: { path: { tenant_id: tenantId } }, body })),
    [tenantKey(tenantId)],
  );
}

/** No language model is set up, and none has been asked lately. */
export function isQuiet({ llm_name: name, days }: Usage): boolean {
  return name === null && days.length === 0;
}

/** Tokens sent and received. */
export function tokensOf(spending: Pick<Spending, "sent_tokens" | "received_tokens">): number {
  return spending.sent_tokens + spending.received_tokens;
}

/** How much of a limit is spent, 0…1; none without a limit. A limit of nothing is spent from the start. */
export function shareSpent(spent: number, limit: number | null): number | null {
  if (limit === null) return null;
  return limit === 0 ? 1 : Math.min(1, spent / limit);
}
