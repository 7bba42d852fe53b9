import { Alert, Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { moment } from "@/language/numbers";
import { Loaded } from "@/pieces/Loaded";
import { SectionHeader } from "@/pieces/SectionHeader";

import { type Health, useHealth } from "./health";

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
          <Button variant="default" leftSection={<IconRefresh size={16} />} loading={health.isFetching} onClick={() => void health.refetch()}>
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
  return (
    <Stack gap="sm">
      <Alert variant="light" color={health.isReady ? "teal" : "red"} icon={health.isReady ? <IconCircleCheck /> : <IconCircleX />}>
        {health.isReady ? t("health.ready") : t("health.notReady")}
      </Alert>
      {health.parts.map((part) => (
        <Part key={part.name} {...part} />
      ))}
      <Text size="xs" c="dimmed">
        {t("health.asked", { when: moment(health.askedAt) })}
      </Text>
    </Stack>
  );
}

function Part({ name, isUp }: Health["parts"][number]) {
  const { t, i18n } = useTranslation("admin");
  const isKnown = i18n.exists(`admin:health.parts.${name}`);
  return (
    <Paper withBorder px="md" py="sm">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text fw={500} size="sm">
            {isKnown ? t(`health.parts.${name}.title`) : name}
          </Text>
          {isKnown && (
            <Text size="sm" c="dimmed">
              {isUp ? t(`health.parts.${name}.about`) : t(`health.parts.${name}.down`)}
            </Text>
          )}
        </div>
        <Badge variant="light" color={isUp ? "teal" : "red"} style={{ flexShrink: 0 }}>
          {isUp ? t("health.up") : t("health.down")}
        </Badge>
      </Group>
    </Paper>
  );
}
