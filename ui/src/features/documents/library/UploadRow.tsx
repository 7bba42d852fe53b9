import { ActionIcon, Button, CloseButton, Group, Progress, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { percent } from "@/language/numbers";

import { useViewing } from "../viewing";
import { DocumentName } from "./DocumentName";
import { reasonOfError } from "./reasons";
import { dropUpload, isOnItsWay, sendAgain, type Upload } from "./uploads";

/** A file on its way, or what became of it. */
export function UploadRow({ upload }: { upload: Upload }) {
  const { t } = useTranslation("documents");
  return (
    <div>
      <Group gap={4} wrap="nowrap">
        <Text size="xs" flex={1} miw={0}>
          <DocumentName name={upload.name} longest={44} />
        </Text>
        {upload.state === "failed" && (
          <ActionIcon
            variant="subtle"
            size="xs"
            aria-label={t("uploads.again", { name: upload.name })}
            title={t("uploads.again", { name: upload.name })}
            onClick={() => sendAgain(upload.key)}
          >
            <IconRefresh size={12} />
          </ActionIcon>
        )}
        <CloseButton
          size="xs"
          aria-label={t(isOnItsWay(upload) ? "uploads.stop" : "uploads.remove", { name: upload.name })}
          onClick={() => dropUpload(upload.key)}
        />
      </Group>
      <Outcome upload={upload} />
    </div>
  );
}

function Outcome({ upload }: { upload: Upload }) {
  const { t } = useTranslation("documents");
  const { openDocument } = useViewing();
  const { document } = upload;
  if (upload.state === "waiting") return <Told text={t("uploads.waiting")} />;
  if (upload.state === "failed") return <Failed error={upload.error} />;
  if (upload.state === "known" && document) {
    return (
      <Button variant="transparent" size="compact-xs" p={0} onClick={() => openDocument(document.id)}>
        {t("uploads.known", { name: document.name })}
      </Button>
    );
  }
  if (upload.state !== "sending") return null;
  const isSent = upload.sentShare >= 1;
  return (
    <>
      <Progress
        size="xs"
        value={100 * upload.sentShare}
        animated={isSent}
        aria-label={t("uploads.progress", { name: upload.name })}
      />
      <Told text={isSent ? t("uploads.checking") : percent(upload.sentShare)} />
    </>
  );
}

function Told({ text }: { text: string }) {
  return (
    <Text size="xs" c="dimmed">
      {text}
    </Text>
  );
}

function Failed({ error }: { error: unknown }) {
  const { title, advice } = reasonOfError(error);
  return (
    <Text size="xs" c="light-dark(var(--mantine-color-red-9), var(--mantine-color-red-4))" role="alert">
      {title}. {advice}
    </Text>
  );
}
