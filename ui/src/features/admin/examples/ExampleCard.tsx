import { Badge, Button, Code, Group, Paper, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

import { moment } from "@/language/numbers";
import { useConfirm } from "@/pieces/ConfirmDialog";
import { CopyButton } from "@/pieces/CopyButton";

import { Comparison } from "./Comparison";
import { type Example, useApproval, useExampleRemoval, useRejection } from "./examples";

const colors = { same: "teal", changed: "yellow", failed: "red" } as const;

/** An example: the question, its query, what the last replay gave, and what can be decided. */
export function ExampleCard({ example }: { example: Example }) {
  const { t } = useTranslation("admin");
  const isChanged = example.replay_state !== null && example.replay_state !== "same";
  const [isOpen, { toggle }] = useDisclosure(isChanged);
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Text fw={500} style={{ overflowWrap: "anywhere" }} flex={1} miw={200}>
            {example.question}
          </Text>
          <Decisions example={example} />
        </Group>
        <Replayed example={example} />
        <Group gap="xs">
          <Button size="compact-xs" variant="subtle" onClick={toggle} aria-expanded={isOpen}>
            {isOpen ? t("examples.hide") : t("examples.look")}
          </Button>
        </Group>
        {isOpen && (
          <>
            <Group align="flex-start" wrap="nowrap" gap="xs">
              <Code block flex={1} miw={0}>
                {example.sql}
              </Code>
              <CopyButton text={example.sql} />
            </Group>
            <Comparison example={example} />
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Replayed({ example }: { example: Example }) {
  const { t } = useTranslation("admin");
  if (example.state !== "approved") return null;
  return (
    <Group gap="xs">
      <Badge variant="light" color={example.replay_state ? colors[example.replay_state] : "gray"}>
        {t(`examples.replays.${example.replay_state ?? "none"}`)}
      </Badge>
      {example.replayed_at && (
        <Text size="xs" c="dimmed">
          {moment(example.replayed_at)}
        </Text>
      )}
    </Group>
  );
}

function Decisions({ example }: { example: Example }) {
  const { t } = useTranslation("admin");
  const approval = useApproval();
  const rejection = useRejection();
  const removal = useExampleRemoval();
  const [dialog, ask] = useConfirm();
  const canApprove = example.state !== "approved" || example.replay_state === "changed";

  function remove() {
    ask({
      title: t("examples.removeTitle"),
      text: example.question,
      action: t("actions.delete"),
      deed: () => removal.done(example.id),
    });
  }

  return (
    <Group gap={6}>
      {canApprove && (
        <Button size="compact-sm" loading={approval.isBusy} onClick={() => approval.doNow(example.id)}>
          {example.state === "approved" ? t("examples.takeNew") : t("examples.approve")}
        </Button>
      )}
      {example.state !== "rejected" && (
        <Button size="compact-sm" variant="default" loading={rejection.isBusy} onClick={() => rejection.doNow(example.id)}>
          {t("examples.reject")}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" color="red" onClick={remove}>
        {t("actions.delete")}
      </Button>
      {dialog}
    </Group>
  );
}
