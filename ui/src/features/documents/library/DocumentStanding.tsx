import { Group, Popover, Progress, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";

import { useAbilities } from "../abilities";
import type { Document } from "./documents";
import { reasonOf } from "./reasons";
import { readShare, type Standing, standingOf } from "./standing";

/** Words are dark enough to be read on both themes; of a warning the sign alone has a colour. */
const COLOURS = {
  busy: "dimmed",
  good: "dimmed",
  warn: undefined,
  bad: "light-dark(var(--mantine-color-red-9), var(--mantine-color-red-4))",
} as const;
const SIGNS = { busy: "var(--mantine-color-dimmed)", warn: "var(--mantine-color-orange-6)", bad: "var(--mantine-color-red-6)" };

/** How far a document is, page by page; where something is wrong, why and what to do. */
export function DocumentStanding({ document }: { document: Document }) {
  const standing = standingOf(document);
  return (
    <>
      <Explained document={document} standing={standing} />
      {document.status === "reading" && <ReadBar standing={standing} />}
    </>
  );
}

function Explained({ document, standing }: { document: Document; standing: Standing }) {
  const { t } = useTranslation("documents");
  const reason = standing.word === "failed" && document.status_reason ? reasonOf(document.status_reason).title : null;
  if (standing.tone !== "warn" && standing.tone !== "bad") return <Line standing={standing} reason={null} />;
  return (
    <Popover width={300} shadow="md" position="bottom-start" withArrow>
      <Popover.Target>
        <UnstyledButton display="block" maw="100%" title={t("standing.why")}>
          <Line standing={standing} reason={reason} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Explanation document={document} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** `reason`: what ended the reading, which tells more than that it has ended. */
function Line({ standing, reason }: { standing: Standing; reason: string | null }) {
  const { t } = useTranslation("documents");
  const { word, tone, ready, total } = standing;
  const colour = COLOURS[tone];
  return (
    <Group gap={4} wrap="nowrap">
      <Sign tone={tone} />
      <Text
        size="xs"
        truncate
        {...(colour ? { c: colour } : {})}
        {...(word === "embedding" ? { title: t("standing.embeddingHint") } : {})}
      >
        {reason ?? t(`standing.${word}`, { ready: number(ready), total: number(total ?? ready), count: total ?? ready })}
      </Text>
    </Group>
  );
}

function Sign({ tone }: Pick<Standing, "tone">) {
  if (tone === "good") return null;
  const Icon = tone === "busy" ? IconClock : IconAlertTriangle;
  return <Icon size={12} aria-hidden style={{ flexShrink: 0 }} color={SIGNS[tone]} />;
}

function ReadBar({ standing }: { standing: Standing }) {
  const { t } = useTranslation("documents");
  const share = readShare(standing);
  return (
    <Progress
      size={3}
      value={100 * (share ?? 1)}
      animated={share === null}
      aria-label={t("standing.reading", { ready: number(standing.ready), total: number(standing.total ?? standing.ready) })}
    />
  );
}

/** Why a document is not as it should be, and what to do. */
export function Explanation({ document }: { document: Document }) {
  const { t } = useTranslation("documents");
  const recognises = useAbilities().data?.recognises_images ?? true;
  const reason = document.status_reason ? reasonOf(document.status_reason) : null;
  return (
    <Stack gap={4}>
      {reason && (
        <>
          <Text size="sm" fw={600}>
            {reason.title}
          </Text>
          <Text size="sm">{reason.advice}</Text>
        </>
      )}
      {document.unrecognised_page_count > 0 && (
        <Text size="sm">
          {t("standing.unrecognised", { count: document.unrecognised_page_count })}{" "}
          {t(recognises ? "standing.unclear" : "standing.noRecognition")}
        </Text>
      )}
      {document.ready_page_count > 0 && (
        <Text size="xs" c="dimmed">
          {t("standing.readAnyway", { count: document.ready_page_count })}
        </Text>
      )}
    </Stack>
  );
}
