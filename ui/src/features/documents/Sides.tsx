import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import classes from "./documents.module.css";

type LibraryProps = { hasRoom: boolean; isOpen: boolean; onClose: () => void; children: ReactNode };

/** The documents, beside the conversation or, where there is no room, drawn over it when wanted. */
export function LibrarySide({ hasRoom, isOpen, onClose, children }: LibraryProps) {
  const { t } = useTranslation(["documents", "translation"]);
  if (hasRoom) return <div className={classes.library}>{children}</div>;
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={t("library.title")}
      size={340}
      padding="sm"
      closeButtonProps={{ "aria-label": t("translation:actions.close") }}
    >
      <div className={classes.drawn}>{children}</div>
    </Drawer>
  );
}

type ViewerProps = { hasRoom: boolean; onClose: () => void; children: ReactNode };

/** The open document, beside the conversation or over all of the page. */
export function ViewerSide({ hasRoom, onClose, children }: ViewerProps) {
  if (hasRoom) return <div className={classes.viewer}>{children}</div>;
  return (
    <Drawer opened onClose={onClose} position="right" size="100%" padding="sm" withCloseButton={false}>
      <div className={classes.overall}>{children}</div>
    </Drawer>
  );
}
