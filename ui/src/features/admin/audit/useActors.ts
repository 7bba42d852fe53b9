import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { api, given } from "@/api/client";
import { useTenant } from "@/api/me";

import type { AuditEvent } from "./sentence";

/** Somebody or something that may have done things: `user.7`, `key.3`, with a name. */
type Actor = { value: string; label: string };
export type Actors = { people: Actor[]; keys: Actor[]; nameOf: (event: AuditEvent) => string };

/** As many as one page of the API holds. */
const KNOWN = 500;
const none: Actor[] = [];

/** Who may have done something in the department, to choose from, and who has done an event. */
export function useActors(): Actors {
  const { t } = useTranslation("admin");
  const people = usePeople();
  const keys = useKeys();
  const keyNames = new Map(keys.map(({ value, label }) => [value, label]));
  return {
    people,
    keys,
    nameOf: ({ user_id: userId, user_name: name, api_key_id: keyId }) => {
      if (userId !== null) return name ?? t("audit.user", { id: userId });
      if (keyId !== null) return t("audit.key", { name: keyNames.get(`key.${keyId}`) ?? keyId });
      return t("audit.server");
    },
  };
}

/** What the API is asked for where one of them is chosen. */
export function actorQuery(chosen: string | null): { user_id?: number; api_key_id?: number } {
  const [kind, id] = (chosen ?? "").split(".");
  if (kind === "user") return { user_id: Number(id) };
  return kind === "key" ? { api_key_id: Number(id) } : {};
}

function usePeople(): Actor[] {
  const tenantId = useTenant()?.tenant_id;
  const found = useQuery({
    queryKey: ["admin", "members", tenantId, "names"],
    enabled: tenantId !== undefined,
    queryFn: async () => {
      const params = { path: { tenant_id: tenantId as number }, query: { limit: KNOWN } };
      const page = await given(api.GET("/api/v1/tenants/{tenant_id}/users", { params }));
      return page.entries.map((member) => ({ value: `user.${member.user_id}`, label: member.full_name ?? member.email }));
    },
  });
  return found.data ?? none;
}

function useKeys(): Actor[] {
  const found = useQuery({
    queryKey: ["admin", "keys", "names"],
    queryFn: async () => {
      const page = await given(api.GET("/api/v1/api-keys", { params: { query: { limit: KNOWN } } }));
      return page.entries.map((key) => ({ value: `key.${key.id}`, label: key.name }));
    },
  });
  return found.data ?? none;
}
