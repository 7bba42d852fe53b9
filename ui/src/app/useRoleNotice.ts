import { notifications } from "@mantine/notifications";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useTenant } from "@/api/me";

/** Says that somebody has given one another role: why buttons and sections have gone, or come. */
export function useRoleNotice(): void {
  const { t } = useTranslation();
  const role = useTenant()?.role;
  const last = useRef(role);
  useEffect(() => {
    if (last.current && role && last.current !== role) {
      notifications.show({ title: t("role.title"), message: t("role.text", { role: t(`facts.${role}`) }), autoClose: 10_000 });
    }
    last.current = role;
  }, [role, t]);
}
