import { Select } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useMe, useTenant } from "@/api/me";
import { switchTenant } from "@/api/session";

/** The department one works in; everything that is shown belongs to it. */
export function TenantChoice() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tenants = useMe().data?.tenants ?? [];
  const tenant = useTenant();
  if (tenants.length < 2) return null;

  async function choose(slug: string | null) {
    if (!slug || slug === tenant?.slug) return;
    await switchTenant(slug);
    queries.clear();
    await queries.invalidateQueries();
  }

  return (
    <Select
      aria-label={t("header.department")}
      data={tenants.map((one) => ({ value: one.slug, label: one.name }))}
      value={tenant?.slug ?? null}
      onChange={(slug) => void choose(slug)}
      allowDeselect={false}
      size="xs"
      w={180}
      visibleFrom="xs"
    />
  );
}
