import { Button, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import classes from "./library.module.css";
import { UploadRow } from "./UploadRow";
import { clearUploads, isOnItsWay, type Upload, useUploads } from "./uploads";

/** The files that are being sent; of those that are here already only what needs to be known of them. */
export function UploadList() {
  const { t } = useTranslation("documents");
  const uploads = useUploads();
  const onTheirWay = uploads.filter(isOnItsWay);
  const told = uploads.filter((upload) => upload.state !== "kept").sort(byNeed);
  if (uploads.length === 0) return null;
  return (
    <Paper withBorder p="xs" component="section" aria-label={t("uploads.title")}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="xs" fw={600} role="status">
          {onTheirWay.length > 0 ? t("uploads.sending", { count: onTheirWay.length }) : t("uploads.over")}
        </Text>
        {onTheirWay.length < uploads.length && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={clearUploads}>
            {t("uploads.clear")}
          </Button>
        )}
      </Group>
      {onTheirWay.length > 0 && uploads.length > 1 && (
        <Progress size="xs" my={4} value={100 * shareOf(uploads)} aria-label={t("uploads.all")} />
      )}
      <Counts uploads={uploads} />
      {told.length > 0 && (
        <div className={classes.uploads} tabIndex={0} role="region" aria-label={t("uploads.title")}>
          <Stack gap={6} pt={4}>
            {told.map((upload) => (
              <UploadRow key={upload.key} upload={upload} />
            ))}
          </Stack>
        </div>
      )}
    </Paper>
  );
}

/** What became of the files so far, in numbers. */
function Counts({ uploads }: { uploads: Upload[] }) {
  const { t } = useTranslation("documents");
  const count = (state: Upload["state"]) => uploads.filter((upload) => upload.state === state).length;
  const told = [
    count("kept") > 0 && t("uploads.keptCount", { count: count("kept") }),
    count("known") > 0 && t("uploads.knownCount", { count: count("known") }),
    count("failed") > 0 && t("uploads.failedCount", { count: count("failed") }),
  ].filter(Boolean);
  if (told.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {told.join(" · ")}
    </Text>
  );
}

const NEED: Record<Upload["state"], number> = { failed: 0, sending: 1, waiting: 2, known: 3, kept: 4 };

/** What somebody must do something about stands first. */
function byNeed(one: Upload, other: Upload): number {
  return NEED[one.state] - NEED[other.state];
}

/** Of all bytes those that are sent; what was refused is over too. */
function shareOf(uploads: Upload[]): number {
  const all = uploads.reduce((sum, upload) => sum + upload.size, 0);
  const sent = uploads.reduce((sum, upload) => sum + upload.size * (isOnItsWay(upload) ? upload.sentShare : 1), 0);
  return all > 0 ? sent / all : 1;
}
