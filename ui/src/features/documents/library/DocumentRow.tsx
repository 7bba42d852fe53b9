import { Checkbox, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { isFolderInside, withDocumentToggled } from "../scope";
import { useViewing } from "../viewing";
import { useLibrary } from "./context";
import { DocumentMenu } from "./DocumentMenu";
import { DocumentName } from "./DocumentName";
import { DocumentStanding } from "./DocumentStanding";
import type { Document } from "./documents";
import classes from "./library.module.css";
import { useMayChange } from "./rights";

/** A document: ticked to be asked, opened by its name, and how far its reading is. */
export function DocumentRow({ document, depth }: { document: Document; depth: number }) {
  const { t } = useTranslation("documents");
  const { folders, scope, choose, shownDocumentId, dragging } = useLibrary();
  const mayChange = useMayChange(document);
  const { openDocument } = useViewing();
  const isWithin = isFolderInside(scope, folders, document.folder_id);
  return (
    <li
      className={classes.row}
      style={{ paddingLeft: depth * 14 }}
      data-open={document.id === shownDocumentId || undefined}
      data-folder-id={document.folder_id ?? undefined}
      {...(mayChange ? dragging({ document }) : {})}
    >
      <Checkbox
        size="xs"
        aria-label={t("library.askDocument", { name: document.name })}
        checked={isWithin || scope.document_ids.includes(document.id)}
        disabled={isWithin}
        onChange={() => choose(withDocumentToggled(scope, document.id))}
      />
      <div className={classes.name}>
        <UnstyledButton
          className={classes.title ?? ""}
          onClick={() => openDocument(document.id)}
        >
          <DocumentName name={document.name} />
        </UnstyledButton>
        <DocumentStanding document={document} />
      </div>
      <DocumentMenu document={document} />
    </li>
  );
}
