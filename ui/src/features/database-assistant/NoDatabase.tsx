import { Button } from "@mantine/core";
import { IconDatabaseOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useTenant } from "@/api/me";
import { EmptyState } from "@/pieces/EmptyState";

/** Nothing can be asked yet: an administrator connects a database, others know whom to ask. */
export function NoDatabase() {
  const { t } = useTranslation("database-assistant");
  const isAdmin = useTenant()?.role === "admin";
  return (
    <EmptyState
      icon={IconDatabaseOff}
      title={t("none.title")}
      action={isAdmin && <Button renderRoot={(props) => <Link to="/admin" {...props} />}>{t("none.connect")}</Button>}
    >
      {t(isAdmin ? "none.forAdmin" : "none.forOthers")}
    </EmptyState>
  );
}
