import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { api, given, type Schemas } from "@/api/client";
import { useTenant } from "@/api/me";

type Actor = Pick<Schemas["AuditEventOut"], "user_id" | "api_key_id">;

/** As many as one page of the API holds: who is not among them is told by his number. */
const KNOWN = 500;

/** Tells who did something: a person by his name, a machine by its key, else the server itself. */
export function useActors(): (actor: Actor) => string {
  const { t } = useTranslation("admin");
  const people = usePeople();
  const keys = useKeyNames();
  return ({ user_id: userId, api_key_id: keyId }) => {
    if (userId !== null) return people.get(userId) ?? t("audit.user", { id: userId });
    if (keyId !== null) return t("audit.key", { name: keys.get(keyId) ?? keyId });
    return t("audit.server");
  };
}

const nothing = new Map<number, string>();

function usePeople(): Map<number, string> {
  const tenantId = useTenant()?.tenant_id;
  const found = useQuery({
    queryKey: ["admin", "names", tenantId],
    enabled: tenantId !== undefined,
    queryFn: async () => {
      const params = { path: { tenant_id: tenantId as number }, query: { limit: KNOWN } };
      const page = await given(api.GET("/api/v1/tenants/{tenant_id}/users", { params }));
      return new Map(page.entries.map((member) => [member.user_id, member.full_name ?? member.email]));
    },
  });
  return found.data ?? nothing;
}

function useKeyNames(): Map<number, string> {
  const found = useQuery({
    queryKey: ["admin", "key-names"],
    queryFn: async () => {
      const page = await given(api.GET("/api/v1/api-keys", { params: { query: { limit: KNOWN } } }));
      return new Map(page.entries.map((key) => [key.id, key.name]));
    },
  });
  return found.data ?? nothing;
}
