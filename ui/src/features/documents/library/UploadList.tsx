import { ActionIcon, Button, CloseButton, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { percent } from "@/language/numbers";

import { useViewing } from "../viewing";
import classes from "./library.module.css";
import { reasonOfError } from "./reasons";
import { clearUploads, dropUpload, isOnItsWay, sendAgain, type Upload, useUploads } from "./uploads";

/** The files that are being sent, and what became of each. */
export function UploadList() {
  const { t } = useTranslation("documents");
  const uploads = useUploads();
  const onTheirWay = uploads.filter(isOnItsWay).length;
  if (uploads.length === 0) return null;
  return (
    <Paper withBorder p="xs" component="section" aria-label={t("uploads.title")}>
      <Group justify="space-between" gap="xs" mb={4} wrap="nowrap">
        <Text size="xs" fw={600} role="status">
          {onTheirWay > 0 ? t("uploads.sending", { count: onTheirWay }) : t("uploads.over")}
        </Text>
        {onTheirWay < uploads.length && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={clearUploads}>
            {t("uploads.clear")}
          </Button>
        )}
      </Group>
      <div className={classes.uploads}>
        <Stack gap={6}>
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} />
          ))}
        </Stack>
      </div>
    </Paper>
  );
}

function UploadRow({ upload }: { upload: Upload }) {
  const { t } = useTranslation("documents");
  return (
    <div>
      <Group gap={4} wrap="nowrap">
        <Text size="xs" truncate flex={1} title={upload.name}>
          {upload.name}
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
  if (upload.state !== "sending") return <Told text={t("uploads.kept")} />;
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
