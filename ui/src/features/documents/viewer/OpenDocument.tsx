import { Group } from "@mantine/core";
import { useMemo, useRef, useState } from "react";

import type { WordRange } from "../answer/answer";
import type { Document } from "../library/documents";
import { Desk } from "./Desk";
import { FindBar } from "./FindBar";
import { useViewerKeys } from "./keys";
import { marksToText } from "./marks";
import { PageSwitch } from "./PageSwitch";
import type { ViewerProps } from "./Viewer";
import classes from "./viewer.module.css";
import { ViewerHead } from "./ViewerHead";
import { type Look, ViewerTools } from "./ViewerTools";
import type { Zoom } from "./zooming";

type Props = Omit<ViewerProps, "documentId" | "quoted"> & { document: Document; zoom: Zoom };

/** The document with the means to turn its pages, to look closer, and to find words in it. */
export function OpenDocument({ document, page, marks, onPage, onMarks, onClose, zoom }: Props) {
  const [look, setLook] = useState<Look>("picture");
  const [isFinding, setFinding] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const count = document.ready_page_count;
  const keys = useMemo(
    () => ({
      previous: () => page > 1 && onPage(page - 1),
      next: () => page < count && onPage(page + 1),
      larger: zoom.larger,
      smaller: zoom.smaller,
      fit: zoom.fit,
    }),
    [page, count, onPage, zoom],
  );
  useViewerKeys(box, keys);
  return (
    <div className={classes.viewer} ref={box}>
      <ViewerHead document={document} onLink={() => linkTo(document.id, page, marks)} onClose={onClose} />
      {count > 0 && (
        <Group gap={4} mb="xs" justify="space-between" wrap="nowrap">
          <PageSwitch number={page} count={count} onPage={onPage} />
          <ViewerTools
            look={document.has_page_images ? look : null}
            onLook={setLook}
            zoom={zoom}
            isFinding={isFinding}
            onFind={() => setFinding((is) => !is)}
          />
        </Group>
      )}
      {isFinding && (
        <FindBar
          documentId={document.id}
          readyPageCount={count}
          page={page}
          onPlace={(place) => onMarks(place.words)}
          onClose={() => setFinding(false)}
        />
      )}
      <Desk document={document} page={page} marks={marks} isPicture={document.has_page_images && look === "picture"} zoom={zoom.share} />
    </div>
  );
}

/** An address for a colleague, who sees the same words marked and nothing of the conversation. */
function linkTo(documentId: number, page: number, marks: WordRange[]): string {
  const words = marksToText(marks);
  const query = new URLSearchParams({ document: String(documentId), page: String(page), ...(words ? { words } : {}) });
  return `${window.location.origin}/documents?${query}`;
}
