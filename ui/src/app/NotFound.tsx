import { Button } from "@mantine/core";
import { IconMapQuestion } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/pieces/EmptyState";

/** An address that opens nothing. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconMapQuestion}
      title={t("trouble.notFound")}
      action={
        <Button variant="light" renderRoot={(props) => <Link to="/" {...props} />}>
          {t("trouble.goHome")}
        </Button>
      }
    >
      {t("trouble.notFoundText")}
    </EmptyState>
  );
}
