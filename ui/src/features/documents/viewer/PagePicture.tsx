import { Box, Skeleton } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Refused } from "@/api/problems";
import { Trouble } from "@/pieces/Trouble";

import type { WordRange } from "../answer/answer";
import type { Document } from "../library/documents";
import { BlobImage } from "./BlobImage";
import { usePage, usePicture, useNeighbours } from "./pages";
import { PageWords } from "./PageWords";
import { linesOf, type Placed } from "./placing";
import classes from "./viewer.module.css";

type Props = { document: Document; number: number; zoom: number; marks: WordRange[] };

/** A page as it looks, with the marked words; its words where it cannot be drawn. */
export function PagePicture({ document, number, zoom, marks }: Props) {
  const { t } = useTranslation("documents");
  const { ref, width } = useElementSize();
  const pixels = Math.round(width * zoom * window.devicePixelRatio);
  const picture = usePicture(document.id, number, pixels);
  const words = usePage(document.id, number, marks.some((mark) => mark.page === number)).data;
  const [isLaidOut, setLaidOut] = useState(false);
  useNeighbours(document, number, pixels, isLaidOut);
  const isWithoutPicture = picture.error instanceof Refused && picture.error.problem.status === 404;
  if (isWithoutPicture) return <PageWords documentId={document.id} number={number} marks={marks} />;
  return (
    <Box ref={ref}>
      {picture.error && (
        <Box p="md">
          <Trouble error={picture.error} onAgain={() => void picture.refetch()} />
        </Box>
      )}
      {picture.isPending && <Skeleton radius={0} style={{ aspectRatio: "1 / 1.414" }} role="status" aria-label={t("viewer.loading")} />}
      {picture.data && (
        <div className={classes.sheet} style={{ width: `${zoom * 100}%` }}>
          <BlobImage
            blob={picture.data}
            className={classes.picture}
            alt={t("viewer.pageOf", { page: number, name: document.name })}
            onLoad={() => setLaidOut(true)}
          />
          <Highlights placed={words ? linesOf(words, marks) : []} isLaidOut={isLaidOut} />
        </div>
      )}
    </Box>
  );
}

/** The marked lines; the first of them is brought into sight once the picture has its height. */
function Highlights({ placed, isLaidOut }: { placed: Placed[]; isLaidOut: boolean }) {
  const first = useRef<HTMLElement>(null);
  const place = placed[0] ? `${placed[0].left} ${placed[0].top}` : null;
  useEffect(() => {
    if (isLaidOut && place) first.current?.scrollIntoView({ block: "center", inline: "nearest" });
  }, [isLaidOut, place]);
  return placed.map(({ left, top, width, height }, index) => (
    <mark
      key={index}
      ref={index === 0 ? first : null}
      className={classes.highlight}
      style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}
    />
  ));
}
