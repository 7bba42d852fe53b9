import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useMe, useTenant } from "@/api/me";
import { switchTenant } from "@/api/session";
import { useTroubleNotice } from "@/pieces/useTroubleNotice";

/** The department one works in; everything that is shown belongs to it. */
export function TenantChoice() {
  const { t } = useTranslation();
  const tell = useTroubleNotice();
  const [isBusy, setBusy] = useState(false);
  const tenants = useMe().data?.tenants ?? [];
  const tenant = useTenant();
  if (tenants.length < 2) return null;

  async function choose(slug: string | null) {
    if (!slug || slug === tenant?.slug) return;
    setBusy(true);
    try {
      await switchTenant(slug);
    } catch (error) {
      setBusy(false);
      tell(error);
    }
  }

  return (
    <Select
      aria-label={t("header.department")}
      data={tenants.map((one) => ({ value: one.slug, label: one.name }))}
      value={tenant?.slug ?? null}
      onChange={(slug) => void choose(slug)}
      disabled={isBusy}
      allowDeselect={false}
      size="xs"
      w={{ base: "100%", sm: 200 }}
    />
  );
}
