import { NavLink } from "@mantine/core";
import { IconSettings, type Icon } from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useMe, useModes, useTenant } from "@/api/me";
import { sectionsFor } from "@/features/admin/sections";

import { servicePlaces } from "./places";

/** The services of the department, and what those who set it up see besides. */
export function Navigation() {
  const { t } = useTranslation();
  const modes = useModes() ?? [];
  const hasAdministration = useAdministration();
  return (
    <nav aria-label={t("navigation.label")}>
      {servicePlaces
        .filter((place) => modes.includes(place.mode))
        .map(({ to, label, icon }) => (
          <Entry key={to} to={to} label={t(`navigation.${label}`)} icon={icon} />
        ))}
      {hasAdministration && <Entry to="/admin" label={t("navigation.admin")} icon={IconSettings} />}
    </nav>
  );
}

function Entry({ to, label, icon: EntryIcon }: { to: string; label: string; icon: Icon }) {
  const isHere = useLocation({ select: ({ pathname }) => pathname === to || pathname.startsWith(`${to}/`) });
  return (
    <NavLink
      renderRoot={(props) => <Link to={to} {...props} />}
      label={label}
      leftSection={<EntryIcon size={18} stroke={1.6} />}
      active={isHere}
      {...(isHere ? { "aria-current": "page" as const } : {})}
    />
  );
}

/** Whether there is more to set up than what everybody has: one's own account. */
function useAdministration(): boolean {
  const me = useMe().data;
  const role = useTenant()?.role ?? null;
  const modes = useModes() ?? [];
  if (!me) return false;
  const groups = sectionsFor({ isPlatformAdmin: me.is_platform_admin, role, modes });
  return groups.some((group) => group.name !== "mine");
}
