import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Refused, Unreachable } from "@/api/problems";
import { Trouble } from "@/pieces/Trouble";

/** A page that could not be shown: what calls of the server say of it, or that the page itself broke. */
export function PageTrouble({ error, reset }: ErrorComponentProps) {
  const router = useRouter();

  function again() {
    reset();
    void router.invalidate();
  }

  if (error instanceof Refused || error instanceof Unreachable) return <Trouble error={error} onAgain={again} />;
  return <Broken error={error} onAgain={again} />;
}

function Broken({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="light" icon={<IconAlertCircle />} title={t("broken.title")} role="alert">
      <Text size="sm">{t("broken.text")}</Text>
      <Text size="xs" c="dimmed" mt={4} ff="monospace">
        {error instanceof Error ? error.message : String(error)}
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="light" color="red" onClick={onAgain}>
          {t("trouble.again")}
        </Button>
        <Button size="xs" variant="default" onClick={() => location.reload()}>
          {t("broken.reload")}
        </Button>
      </Group>
    </Alert>
  );
}
