import { Text } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { WordRange } from "../answer/answer";
import { Explanation } from "../library/DocumentStanding";
import { type Document, isBusy } from "../library/documents";
import { PagePicture } from "./PagePicture";
import { PageWords } from "./PageWords";
import classes from "./viewer.module.css";

type Props = { document: Document; page: number; marks: WordRange[]; isPicture: boolean; zoom: number };

/** Where the page lies; a page that is not read yet says so and comes by itself. */
export function Desk(props: Props) {
  const { t } = useTranslation("documents");
  const { document, page, marks } = props;
  const desk = useRef<HTMLDivElement>(null);
  const hasMarks = marks.some((mark) => mark.page === page);
  useEffect(() => {
    if (!hasMarks) desk.current?.scrollTo?.(0, 0);
  }, [page, hasMarks]);
  const name = t("viewer.pageOf", { page, name: document.name });
  return (
    <div className={classes.desk} ref={desk} tabIndex={0} role="region" aria-label={name}>
      {page <= document.ready_page_count ? <LyingPage key={page} {...props} /> : <MissingPage document={document} page={page} />}
    </div>
  );
}

function LyingPage({ document, page, marks, isPicture, zoom }: Props) {
  if (!isPicture) return <PageWords documentId={document.id} number={page} marks={marks} />;
  return <PagePicture document={document} number={page} zoom={zoom} marks={marks} />;
}

function MissingPage({ document, page }: Pick<Props, "document" | "page">) {
  const { t } = useTranslation("documents");
  const isBeingRead = isBusy(document);
  if (!isBeingRead && (document.ready_page_count === 0 || document.status === "failed")) {
    return (
      <Said>
        <Explanation document={document} />
      </Said>
    );
  }
  if (!isBeingRead) return <Said>{t("viewer.noPage", { page, count: document.ready_page_count })}</Said>;
  return <Said>{document.ready_page_count === 0 ? t("viewer.notRead") : t("viewer.notYet", { page })}</Said>;
}

function Said({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" p="md" component="div" role="status">
      {children}
    </Text>
  );
}
