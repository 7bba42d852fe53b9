import { useDisclosure } from "@mantine/hooks";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import classes from "./documents.module.css";
import { useDropping } from "./dropping";
import { Library } from "./library/Library";
import { usePlace } from "./place";
import { useRoom } from "./room";
import { useScope } from "./scope";
import { useShownQuotation } from "./shown";
import { LibrarySide, ViewerSide } from "./Sides";
import { Talk } from "./Talk";
import { QuotationSwitch } from "./viewer/QuotationSwitch";
import { Viewer } from "./viewer/Viewer";
import { type Viewing, ViewingContext } from "./viewing";
import "./words";

/** Documents on the left, questions to them in the middle, on the right the page that an answer is from. */
export function DocumentsPage() {
  const { t } = useTranslation("documents");
  const [place, go] = usePlace();
  const choosing = useScope(place.chat ?? null);
  const shown = useShownQuotation(place, go);
  const { quotation, open } = shown;
  const room = useRoom(place.document !== undefined);
  const [isLibraryOpen, library] = useDisclosure(false);
  const dropping = useDropping(() => (room.hasLibrary ? undefined : library.open()));

  const viewing: Viewing = useMemo(() => {
    const openDocument = (document: number) => go({ document, page: 1, answer: null, quotation: null });
    const mark = quotation ? { answerId: place.answer ?? null, number: quotation.number } : null;
    return { shown: mark, openQuotation: open, openDocument };
  }, [go, open, quotation, place.answer]);

  function closeViewer() {
    go({ document: null, page: null, answer: null, quotation: null });
  }

  return (
    <ViewingContext value={viewing}>
      <div {...dropping.getRootProps({ className: classes.page ?? "" })}>
        <input {...dropping.getInputProps({ "aria-label": t("library.upload"), style: { display: "none" } })} />
        <LibrarySide hasRoom={room.hasLibrary} isOpen={isLibraryOpen} onClose={library.close}>
          <Library scope={choosing.scope} choose={choosing.choose} uploadTo={dropping.uploadTo} shownDocumentId={place.document ?? null} />
        </LibrarySide>
        <Talk
          chatId={place.chat ?? null}
          go={go}
          choosing={choosing}
          onUpload={() => dropping.uploadTo(null)}
          onLibrary={room.hasLibrary ? null : library.open}
        />
        {place.document !== undefined && (
          <ViewerSide hasRoom={room.hasViewer} onClose={closeViewer}>
            {quotation && (
              <QuotationSwitch
                quotations={shown.quotations}
                shown={quotation}
                onQuotation={(next) => open(next, place.answer ?? null)}
              />
            )}
            <Viewer
              documentId={place.document}
              page={place.page ?? 1}
              quotation={quotation}
              onPage={(page) => go({ page }, true)}
              onClose={closeViewer}
            />
          </ViewerSide>
        )}
        {dropping.isDragActive && <div className={classes.drop}>{t("library.drop")}</div>}
      </div>
    </ViewingContext>
  );
}
