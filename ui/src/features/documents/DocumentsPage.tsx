import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { part } from "@/pieces/part";

import classes from "./documents.module.css";
import { useDropping } from "./dropping";
import { Library } from "./library/Library";
import { closed, usePlace } from "./place";
import { useRoom } from "./room";
import { useScope } from "./scope";
import { useShown } from "./shown";
import { LibrarySide, ViewerSide } from "./Sides";
import { Talk } from "./Talk";
import { marksToText } from "./viewer/marks";
import { QuotationSwitch } from "./viewer/QuotationSwitch";
import { type Viewing, ViewingContext } from "./viewing";
import "./words";

const Viewer = part(async () => (await import("./viewer/Viewer")).Viewer);

/** Documents on the left, questions to them in the middle, on the right the page that an answer is from. */
export function DocumentsPage() {
  const { t } = useTranslation("documents");
  const [place, go] = usePlace();
  const choosing = useScope(place.chat ?? null);
  const { quotation, quotations, marks, open } = useShown(place, go);
  const room = useRoom(place.document !== undefined);
  const openLibrary = () => go({ library: 1 });
  const dropping = useDropping(() => (room.hasLibrary ? undefined : openLibrary()));
  const viewing: Viewing = useMemo(() => {
    const mark = quotation ? { answerId: place.answer ?? null, number: quotation.number } : null;
    const openDocument = (document: number) => go({ ...closed, document, page: 1, library: null });
    return { shown: mark, openQuotation: open, openDocument };
  }, [go, open, quotation, place.answer]);

  return (
    <ViewingContext value={viewing}>
      <div {...dropping.getRootProps({ className: classes.page ?? "" })}>
        <input {...dropping.getInputProps({ "aria-label": t("library.upload"), style: { display: "none" } })} />
        <LibrarySide hasRoom={room.hasLibrary} isOpen={place.library !== undefined} onClose={() => go({ library: null })}>
          <Library
            scope={choosing.scope}
            choose={choosing.choose}
            uploadTo={dropping.uploadTo}
            shownDocumentId={place.document ?? null}
          />
        </LibrarySide>
        <Talk
          chatId={place.chat ?? null}
          go={go}
          choosing={choosing}
          onUpload={() => dropping.uploadTo(null)}
          onLibrary={room.hasLibrary ? null : openLibrary}
        />
        {place.document !== undefined && (
          <ViewerSide hasRoom={room.hasViewer} onClose={() => go(closed)}>
            {quotation && (
              <QuotationSwitch
                quotations={quotations}
                shown={quotation}
                onQuotation={(next) => open(next, place.answer ?? null)}
              />
            )}
            <Viewer
              documentId={place.document}
              page={place.page ?? 1}
              marks={marks}
              quoted={quotation ? `«${quotation.text}»` : null}
              onPage={(page) => go({ page }, true)}
              onMarks={(words) =>
                go({ page: words[0]?.page ?? 1, words: marksToText(words), answer: null, quotation: null }, true)
              }
              onClose={() => go(closed)}
            />
          </ViewerSide>
        )}
        {dropping.isDragActive && (
          <div className={classes.drop}>
            {dropping.folderName === null ? t("library.drop") : t("library.dropInto", { name: dropping.folderName })}
          </div>
        )}
      </div>
    </ViewingContext>
  );
}
