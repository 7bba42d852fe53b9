import { useQuery } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";
import type { Mode } from "@/api/me";
import { useKeysetPages } from "@/pieces/useKeysetPages";

import { useDeed } from "../useDeed";

export type Tenant = Schemas["TenantOut"];

export const allModes = ["nomenclature", "databases", "documents"] as const satisfies Mode[];

const listKey = ["admin", "tenants"];
const tenantKey = (tenantId: number) => ["admin", "tenant", tenantId];
/** The page's frame asks the same of its own department (`useModes`). */
const modesKey = (tenantId: number) => ["modes", tenantId];
const pathOf = (tenantId: number) => ({ path: { tenant_id: tenantId } });

export function useTenants() {
  return useKeysetPages(listKey, (query) => given(api.GET("/api/v1/tenants", { params: { query } })));
}

export function useTenantOf(tenantId: number) {
  return useQuery({
    queryKey: tenantKey(tenantId),
    queryFn: () => given(api.GET("/api/v1/tenants/{tenant_id}", { params: pathOf(tenantId) })),
  });
}

export function useTenantModes(tenantId: number) {
  return useQuery({
    queryKey: modesKey(tenantId),
    queryFn: () => given(api.GET("/api/v1/tenants/{tenant_id}/modes", { params: pathOf(tenantId) })),
  });
}

export function useNewTenant() {
  return useDeed((body: Schemas["NewTenant"]) => given(api.POST("/api/v1/tenants", { body })), [listKey]);
}

export function useTenantChange(tenantId: number) {
  return useDeed(
    (body: Schemas["TenantChange"]) => given(api.PATCH("/api/v1/tenants/{tenant_id}", { params: pathOf(tenantId), body })),
    [listKey, tenantKey(tenantId)],
  );
}

export function useModeSwitch(tenantId: number) {
  return useDeed(
    async ({ mode, isOn }: { mode: Mode; isOn: boolean }) => {
      const params = { path: { tenant_id: tenantId, mode } };
      if (isOn) await api.PUT("/api/v1/tenants/{tenant_id}/modes/{mode}", { params });
      else await api.DELETE("/api/v1/tenants/{tenant_id}/modes/{mode}", { params });
    },
    [modesKey(tenantId)],
  );
}
