import { ActionIcon, Alert, CloseButton, Group, SegmentedControl, Skeleton, Text } from "@mantine/core";
import { IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { Trouble } from "@/pieces/Trouble";

import type { Quotation } from "../answer/answer";
import { type Document, useDocument } from "../library/documents";
import { PagePicture } from "./PagePicture";
import { PageSwitch } from "./PageSwitch";
import { PageWords } from "./PageWords";
import classes from "./viewer.module.css";

type Props = {
  documentId: number;
  page: number;
  /** What is highlighted, where it is of this document. */
  quotation: Quotation | null;
  onPage: (page: number) => void;
  onClose: () => void;
};

/** A document page by page, beside the answer that quotes it. */
export function Viewer({ documentId, page, quotation, onPage, onClose }: Props) {
  const { t } = useTranslation("documents");
  const document = useDocument(documentId);
  return (
    <section className={classes.viewer} aria-label={t("viewer.title")}>
      {document.isPending && <Skeleton flex={1} role="status" aria-label={t("viewer.loading")} />}
      {document.error && <Trouble error={document.error} onAgain={() => void document.refetch()} />}
      {document.data === null && (
        <Alert color="gray" variant="light" title={t("viewer.gone")} withCloseButton onClose={onClose}>
          {quotation ? `«${quotation.text}»` : t("viewer.goneText")}
        </Alert>
      )}
      {document.data && (
        <OpenDocument
          key={documentId}
          document={document.data}
          page={page}
          quotation={quotation}
          onPage={onPage}
          onClose={onClose}
        />
      )}
    </section>
  );
}

type OpenProps = Omit<Props, "documentId"> & { document: Document };
type Look = "picture" | "words";

const ZOOMS = [1, 1.25, 1.5, 2, 3] as const;

function OpenDocument({ document, page, quotation, onPage, onClose }: OpenProps) {
  const { t } = useTranslation("documents");
  const [zoomStep, setZoomStep] = useState(0);
  const [look, setLook] = useState<Look>("picture");
  const isPicture = document.has_page_images && look === "picture";
  const count = document.ready_page_count || null;

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget) return;
    if (event.key === "ArrowRight" && (count === null || page < count)) onPage(page + 1);
    if (event.key === "ArrowLeft" && page > 1) onPage(page - 1);
  }

  return (
    <>
      <Group gap="xs" wrap="nowrap" mb={6}>
        <Text fw={600} size="sm" truncate flex={1} title={document.name}>
          {document.name}
        </Text>
        <CloseButton aria-label={t("viewer.close")} onClick={onClose} />
      </Group>
      <Group gap="xs" mb="xs" justify="space-between">
        <PageSwitch number={page} count={count} onPage={onPage} />
        <Group gap={4} wrap="nowrap">
          {document.has_page_images && <LookSwitch look={look} onLook={setLook} />}
          {isPicture && <Zoom step={zoomStep} onStep={setZoomStep} />}
        </Group>
      </Group>
      <div className={classes.desk} tabIndex={0} role="region" aria-label={t("viewer.pageOf", { page, name: document.name })} onKeyDown={onKeyDown}>
        {document.ready_page_count === 0 ? (
          <Text size="sm" c="dimmed" p="md">
            {t("viewer.notRead")}
          </Text>
        ) : isPicture ? (
          <PagePicture
            key={page}
            documentId={document.id}
            documentName={document.name}
            number={page}
            zoom={ZOOMS[zoomStep] ?? 1}
            quotation={quotation}
          />
        ) : (
          <PageWords key={page} documentId={document.id} number={page} quotation={quotation} />
        )}
      </div>
    </>
  );
}

function LookSwitch({ look, onLook }: { look: Look; onLook: (look: Look) => void }) {
  const { t } = useTranslation("documents");
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("viewer.look")}
      value={look}
      onChange={(chosen) => onLook(chosen as Look)}
      data={[
        { value: "picture", label: t("viewer.picture") },
        { value: "words", label: t("viewer.words") },
      ]}
    />
  );
}

function Zoom({ step, onStep }: { step: number; onStep: (step: number) => void }) {
  const { t } = useTranslation("documents");
  return (
    <>
      <ActionIcon variant="default" disabled={step === 0} aria-label={t("viewer.zoomOut")} onClick={() => onStep(step - 1)}>
        <IconZoomOut size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        disabled={step === ZOOMS.length - 1}
        aria-label={t("viewer.zoomIn")}
        onClick={() => onStep(step + 1)}
      >
        <IconZoomIn size={16} />
      </ActionIcon>
    </>
  );
}
