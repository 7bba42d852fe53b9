import { Alert, Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Trouble } from "@/pieces/Trouble";

import type { WordRange } from "../answer/answer";
import { useDocument } from "../library/documents";
import { OpenDocument } from "./OpenDocument";
import classes from "./viewer.module.css";
import { useZoom } from "./zooming";

export type ViewerProps = {
  documentId: number;
  page: number;
  /** The words that are marked, on whichever pages. */
  marks: WordRange[];
  /** What was quoted from it: all that can be shown of a document that is gone. */
  quoted: string | null;
  onPage: (page: number) => void;
  onMarks: (marks: WordRange[]) => void;
  onClose: () => void;
};

/** A document page by page, beside the answer that quotes it. */
export function Viewer(props: ViewerProps) {
  const { t } = useTranslation("documents");
  const document = useDocument(props.documentId);
  const zoom = useZoom();
  return (
    <section className={classes.viewer} aria-label={t("viewer.title")}>
      {document.isPending && <Skeleton flex={1} role="status" aria-label={t("viewer.loading")} />}
      {document.error && <Trouble error={document.error} onAgain={() => void document.refetch()} />}
      {document.data === null && (
        <Alert
          color="gray"
          variant="light"
          title={t("viewer.gone")}
          withCloseButton
          closeButtonLabel={t("viewer.close")}
          onClose={props.onClose}
        >
          {props.quoted ?? t("viewer.goneText")}
        </Alert>
      )}
      {document.data && <OpenDocument key={props.documentId} {...props} document={document.data} zoom={zoom} />}
    </section>
  );
}
