import { Drawer } from "@mantine/core";
import { useViewportSize } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { SideDrawer } from "@/pieces/SideDrawer";

import classes from "./documents.module.css";
import { Resizer } from "./Resizer";
import { useWidth } from "./width";

/** From so many pixels on the documents have more room by themselves. */
const WIDE_PX = 1_440;

type LibraryProps = { hasRoom: boolean; isOpen: boolean; onClose: () => void; children: ReactNode };

/** The documents, beside the conversation or, where there is no room, drawn over it when wanted. */
export function LibrarySide({ hasRoom, isOpen, onClose, children }: LibraryProps) {
  const { t } = useTranslation("documents");
  const isWide = useViewportSize().width >= WIDE_PX;
  const width = useWidth("documents", { usual: isWide ? 352 : 288, least: 224, mostShare: 0.4 });
  if (hasRoom) {
    return (
      <>
        <div className={classes.library} style={{ flexBasis: width.pixels }}>
          {children}
        </div>
        <Resizer label={t("sides.library")} width={width} side="left" />
      </>
    );
  }
  return (
    <SideDrawer opened={isOpen} onClose={onClose} title={t("library.title")} size={340}>
      {children}
    </SideDrawer>
  );
}

type ViewerProps = { hasRoom: boolean; onClose: () => void; children: ReactNode };

/** The open document, beside the conversation or over all of the page. */
export function ViewerSide({ hasRoom, onClose, children }: ViewerProps) {
  const { t } = useTranslation("documents");
  const window = useViewportSize().width;
  const width = useWidth("viewer", { usual: Math.round(window * 0.4), least: 320, mostShare: 0.6 });
  if (hasRoom) {
    return (
      <>
        <Resizer label={t("sides.viewer")} width={width} side="right" />
        <div className={classes.viewer} style={{ flexBasis: width.pixels }}>
          {children}
        </div>
      </>
    );
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="100%"
      padding="sm"
      withCloseButton={false}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { "aria-label": t("viewer.title") } }}
    >
      <div className={classes.overall}>{children}</div>
    </Drawer>
  );
}
