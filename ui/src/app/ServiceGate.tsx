import { Button } from "@mantine/core";
import { IconPlugOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useModes } from "@/api/me";
import { isInDepartment } from "@/api/session";
import { EmptyState } from "@/pieces/EmptyState";

import { placeAt } from "./places";

/** Lets a page of a service be seen where the department has the service, else says who can switch it on. */
export function ServiceGate({ path, children }: { path: string; children: ReactNode }) {
  const { t } = useTranslation();
  const modes = useModes();
  const place = placeAt(path);
  if (!place || (isInDepartment() && (!modes || modes.includes(place.mode)))) return children;
  const service = t(`navigation.${place.label}`);
  const gate = isInDepartment() ? "switchedOff" : "noDepartment";
  return (
    <EmptyState
      icon={IconPlugOff}
      title={t(`gate.${gate}.title`, { service })}
      action={
        <Button variant="light" renderRoot={(props) => <Link to="/" {...props} />}>
          {t("trouble.goHome")}
        </Button>
      }
    >
      {t(`gate.${gate}.text`)}
    </EmptyState>
  );
}
