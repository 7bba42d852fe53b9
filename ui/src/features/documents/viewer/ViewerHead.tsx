import { ActionIcon, CloseButton, Group, Tooltip } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload, IconLink } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { copyText } from "@/pieces/copyText";
import { download } from "@/pieces/download";
import { useTroubleNotice } from "@/pieces/useTroubleNotice";

import type { Document } from "../library/documents";
import { DocumentName } from "../library/DocumentName";
import classes from "./viewer.module.css";

type Props = { document: Document; onLink: () => string; onClose: () => void };

/** Which document is open, its file, a link to this place of it. */
export function ViewerHead({ document, onLink, onClose }: Props) {
  const { t } = useTranslation("documents");
  return (
    <Group gap={4} wrap="nowrap" mb={6} align="flex-start">
      <h2 className={classes.title}>
        <DocumentName name={document.name} longest={90} />
      </h2>
      <LinkButton onLink={onLink} />
      <OriginalButton document={document} />
      <CloseButton size="md" aria-label={t("viewer.close")} title={t("viewer.close")} onClick={onClose} />
    </Group>
  );
}

function LinkButton({ onLink }: Pick<Props, "onLink">) {
  const { t } = useTranslation("documents");
  async function copy() {
    const isCopied = await copyText(onLink());
    notifications.show(isCopied ? { message: t("viewer.linkCopied") } : { color: "red", message: t("viewer.linkRefused") });
  }
  return (
    <Tooltip label={t("viewer.link")}>
      <ActionIcon variant="subtle" color="gray" aria-label={t("viewer.link")} onClick={() => void copy()}>
        <IconLink size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

function OriginalButton({ document }: Pick<Props, "document">) {
  const { t } = useTranslation("documents");
  const [isBusy, setBusy] = useState(false);
  const tell = useTroubleNotice();
  async function fetchIt() {
    setBusy(true);
    await download(`/api/v1/documents/${document.id}/download`, document.name).catch(tell);
    setBusy(false);
  }
  return (
    <Tooltip label={t("viewer.original")}>
      <ActionIcon variant="subtle" color="gray" aria-label={t("viewer.original")} loading={isBusy} onClick={() => void fetchIt()}>
        <IconDownload size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
