import { ActionIcon, Menu, type MenuProps } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import classes from "./library.module.css";

type Props = Pick<MenuProps, "width"> & { name: string; children: ReactNode };

/** The menu at the end of a row: what may be done with what is called so. */
export function RowMenu({ name, children, ...rest }: Props) {
  const { t } = useTranslation("documents");
  return (
    <Menu position="bottom-end" shadow="md" {...rest}>
      <Menu.Target>
        <ActionIcon className={classes.menu ?? ""} variant="subtle" color="gray" size="sm" aria-label={t("library.menu", { name })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
