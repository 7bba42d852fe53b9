import { Box, Skeleton } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Refused } from "@/api/problems";
import { Trouble } from "@/pieces/Trouble";

import type { Quotation } from "../answer/answer";
import { BlobImage } from "./BlobImage";
import { usePicture } from "./pages";
import { PageWords } from "./PageWords";
import { type Placed, placedOn } from "./placing";
import classes from "./viewer.module.css";

type Props = { documentId: number; documentName: string; number: number; zoom: number; quotation: Quotation | null };

/** A page as it looks, with the words of the quotation marked; its words where it cannot be drawn. */
export function PagePicture({ documentId, documentName, number, zoom, quotation }: Props) {
  const { t } = useTranslation("documents");
  const { ref, width } = useElementSize();
  const picture = usePicture(documentId, number, Math.round(width * zoom * window.devicePixelRatio));
  const placed = placedOn(quotation, number);
  const [isLaidOut, setLaidOut] = useState(false);
  const isWithoutPicture = picture.error instanceof Refused && picture.error.problem.status === 404;
  if (isWithoutPicture) return <PageWords documentId={documentId} number={number} quotation={quotation} />;
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
            alt={t("viewer.pageOf", { page: number, name: documentName })}
            onLoad={() => setLaidOut(true)}
          />
          <Highlights placed={placed} isLaidOut={isLaidOut} />
        </div>
      )}
    </Box>
  );
}

/** The lines of a quotation; the first of them is brought into sight once the picture has its height. */
function Highlights({ placed, isLaidOut }: { placed: Placed[]; isLaidOut: boolean }) {
  const first = useRef<HTMLDivElement>(null);
  const place = placed[0] ? `${placed[0].left} ${placed[0].top}` : null;
  useEffect(() => {
    if (isLaidOut && place) first.current?.scrollIntoView({ block: "center", inline: "nearest" });
  }, [isLaidOut, place]);
  return placed.map(({ left, top, width, height }, index) => (
    <div
      key={index}
      ref={index === 0 ? first : null}
      className={classes.highlight}
      data-testid="highlight"
      style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}
    />
  ));
}
