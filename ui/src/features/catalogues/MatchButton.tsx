import { Button, type ButtonProps } from "@mantine/core";
import { IconListCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

type Props = Pick<ButtonProps, "size" | "variant"> & { catalogueId: number };

/** To a new matching with this catalogue chosen. */
export function MatchButton({ catalogueId, size = "sm", variant = "filled" }: Props) {
  const { t } = useTranslation("catalogues");
  const search = { new: 1, catalogue: catalogueId } as never; // the route keeps its search parameters untyped
  return (
    <Button
      size={size}
      variant={variant}
      leftSection={<IconListCheck size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/nomenclature" search={search} {...props} />}
    >
      {t("list.match")}
    </Button>
  );
}
