import { Drawer, type DrawerProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

import classes from "./SideDrawer.module.css";
import "./words";

type Props = Pick<DrawerProps, "opened" | "onClose" | "title" | "size" | "position" | "hiddenFrom" | "children">;

/** What stands beside the rest of the screen where there is room, drawn over it where there is none. */
export function SideDrawer({ children, ...rest }: Props) {
  const { t } = useTranslation("pieces");
  return (
    <Drawer padding="sm" closeButtonProps={{ "aria-label": t("confirm.close") }} {...rest}>
      <div className={classes.drawn}>{children}</div>
    </Drawer>
  );
}
