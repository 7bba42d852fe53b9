import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { moment } from "@/language/numbers";
import { Loaded } from "@/pieces/Loaded";
import { SectionHeader } from "@/pieces/SectionHeader";

import { type Health, type Part, partsDown, useHealth } from "./health";
import { PartCard } from "./PartCard";
import { usePartWords } from "./usePartWords";

/** How every part of the installation is, and what a part that is down takes with it. */
export function HealthSection() {
  const { t } = useTranslation("admin");
  const health = useHealth();
  return (
    <Stack>
      <SectionHeader
        title={t("sections.health")}
        order={1}
        actions={
          <Button
            variant="default"
            size="xs"
            leftSection={<IconRefresh size={16} />}
            loading={health.isFetching}
            onClick={() => void health.refetch()}
          >
            {t("health.again")}
          </Button>
        }
      >
        {t("health.about")}
      </SectionHeader>
      <Loaded query={health.isError ? { ...health, data: undefined } : health}>{(found) => <Parts health={found} />}</Loaded>
    </Stack>
  );
}

function Parts({ health }: { health: Health }) {
  const { t } = useTranslation("admin");
  const wordsOf = usePartWords();
  const down = partsDown(health);
  const isReady = down.length === 0;
  const names = down.map((part) => wordsOf(part).title).join(", ");
  const waiting = health.waiting ? t("health.waiting", { count: health.waiting }) : "";
  const ofWorker = (part: Part) => (part.state === "unknown" ? t("health.workerUnknown") : waiting);
  return (
    <Stack gap="sm">
      <Alert
        role="status"
        variant="light"
        color={isReady ? "teal" : "red"}
        icon={isReady ? <IconCircleCheck /> : <IconCircleX />}
        title={isReady ? t("health.ready") : t("health.notReady", { count: down.length, names })}
      />
      {health.parts.map((part) => (
        <PartCard key={part.name} part={part} note={part.name === "worker" ? ofWorker(part) : ""} />
      ))}
      <Text size="xs" c="dimmed">
        {t("health.asked", { when: moment(health.askedAt) })}
      </Text>
    </Stack>
  );
}
