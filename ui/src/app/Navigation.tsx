import { NavLink } from "@mantine/core";
import { IconDatabase, IconFileText, IconListCheck, IconSettings } from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useMe, useModes, useTenant, type Mode } from "@/api/me";

const services = [
  { mode: "nomenclature", to: "/nomenclature", label: "nomenclature", icon: IconListCheck },
  { mode: "databases", to: "/database", label: "database", icon: IconDatabase },
  { mode: "documents", to: "/documents", label: "documents", icon: IconFileText },
] as const satisfies { mode: Mode; to: string; label: string; icon: unknown }[];

/** The services of the department, and what its administrators see besides. */
export function Navigation() {
  const { t } = useTranslation();
  const modes = useModes() ?? [];
  const me = useMe().data;
  const tenant = useTenant();
  const isAdmin = me?.is_platform_admin || tenant?.role === "admin";
  const path = useLocation({ select: (location) => location.pathname });
  return (
    <nav>
      {services
        .filter((service) => modes.includes(service.mode))
        .map(({ to, label, icon: Icon }) => (
          <NavLink
            key={to}
            renderRoot={(props) => <Link to={to} {...props} />}
            label={t(`navigation.${label}`)}
            leftSection={<Icon size={18} stroke={1.6} />}
            active={path.startsWith(to)}
          />
        ))}
      {isAdmin && (
        <NavLink
          renderRoot={(props) => <Link to="/admin" {...props} />}
          label={t("navigation.admin")}
          leftSection={<IconSettings size={18} stroke={1.6} />}
          active={path.startsWith("/admin")}
        />
      )}
    </nav>
  );
}
