import { Button } from "@mantine/core";
import { IconPlugOff, IconSettings } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/pieces/EmptyState";

/** Nothing to work in: the department has no service yet, or one is in no department. */
export function NoServices({ isPlatformAdmin }: { isPlatformAdmin: boolean }) {
  const { t } = useTranslation("home");
  const toAdministration = (
    <Button leftSection={<IconSettings size={16} />} renderRoot={(props) => <Link to="/admin" {...props} />}>
      {t("noServices.openAdmin")}
    </Button>
  );
  return (
    <EmptyState icon={IconPlugOff} title={t(isPlatformAdmin ? "noServices.adminTitle" : "noServices.title")} action={isPlatformAdmin && toAdministration}>
      {t(isPlatformAdmin ? "noServices.admin" : "noServices.text")}
    </EmptyState>
  );
}
