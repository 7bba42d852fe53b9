import { api, given, type Schemas } from "@/api/client";
import { useKeysetPages } from "@/pieces/useKeysetPages";

import { useDeed } from "../useDeed";

export type Member = Schemas["MemberOut"];
export type Role = Schemas["Role"];

export const roles = ["member", "expert", "admin"] as const satisfies Role[];

const listKey = (tenantId: number) => ["admin", "members", tenantId];

export function useMembers(tenantId: number) {
  return useKeysetPages(listKey(tenantId), (query) =>
    given(api.GET("/api/v1/tenants/{tenant_id}/users", { params: { path: { tenant_id: tenantId }, query } })),
  );
}

export function useNewMember(tenantId: number) {
  return useDeed(
    (body: Schemas["NewMember"]) =>
      given(api.POST("/api/v1/tenants/{tenant_id}/users", { params: { path: { tenant_id: tenantId } }, body })),
    [listKey(tenantId)],
  );
}

export function useRoleChange(tenantId: number) {
  return useDeed(
    ({ userId, role }: { userId: number; role: Role }) => {
      const params = { path: { tenant_id: tenantId, user_id: userId } };
      return given(api.PUT("/api/v1/tenants/{tenant_id}/users/{user_id}", { params, body: { role } }));
    },
    [listKey(tenantId), ["me"]],
  );
}

export function useMemberRemoval(tenantId: number) {
  return useDeed(
    async (userId: number) => {
      const params = { path: { tenant_id: tenantId, user_id: userId } };
      await api.DELETE("/api/v1/tenants/{tenant_id}/users/{user_id}", { params });
    },
    [listKey(tenantId)],
  );
}
