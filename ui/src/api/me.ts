import { useQuery } from "@tanstack/react-query";

import { api, given, type Schemas } from "./client";

export type Me = Schemas["MeOut"];
export type Mode = Schemas["ModeName"];

/** Who is signed in, and in which departments. */
export function useMe() {
  return useQuery({ queryKey: ["me"], queryFn: () => given(api.GET("/api/v1/users/me")), staleTime: 60_000 });
}

/** The department that is open now; none for an administrator of the platform. */
export function useTenant() {
  const me = useMe().data;
  return me?.tenants.find((tenant) => tenant.tenant_id === me.current_tenant_id) ?? null;
}

/** The services that the department has switched on. */
export function useModes(): Mode[] | undefined {
  const tenantId = useMe().data?.current_tenant_id;
  const found = useQuery({
    queryKey: ["modes", tenantId],
    enabled: typeof tenantId === "number",
    staleTime: 60_000,
    queryFn: () =>
      given(api.GET("/api/v1/tenants/{tenant_id}/modes", { params: { path: { tenant_id: tenantId as number } } })),
  });
  return found.data?.modes;
}
