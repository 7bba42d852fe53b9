import { Button } from "@mantine/core";
import { IconPlugOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useModes } from "@/api/me";
import { EmptyState } from "@/pieces/EmptyState";

import { placeAt } from "./places";

/** Lets a page of a service be seen where the department has the service, else says who can switch it on. */
export function ServiceGate({ path, children }: { path: string; children: ReactNode }) {
  const { t } = useTranslation();
  const modes = useModes();
  const place = placeAt(path);
  if (!place || !modes || modes.includes(place.mode)) return children;
  return (
    <EmptyState
      icon={IconPlugOff}
      title={t("gate.title", { service: t(`navigation.${place.label}`) })}
      action={
        <Button variant="light" renderRoot={(props) => <Link to="/" {...props} />}>
          {t("trouble.goHome")}
        </Button>
      }
    >
      {t("gate.text")}
    </EmptyState>
  );
}
