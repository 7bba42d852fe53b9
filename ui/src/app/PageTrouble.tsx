import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertCircle, IconRefresh } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Refused, Unreachable } from "@/api/problems";
import { PartMissing } from "@/pieces/patiently";
import { Trouble } from "@/pieces/Trouble";

import classes from "./PageTrouble.module.css";

/** A page that could not be shown: what calls of the server say of it, that it is out of date, or that it broke. */
export function PageTrouble({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryClient();

  function again() {
    queries.removeQueries({ type: "inactive" }); // the page may have broken on what it was told
    reset();
    void router.invalidate();
  }

  if (error instanceof Refused || error instanceof Unreachable) return <Trouble error={error} onAgain={again} />;
  if (error instanceof PartMissing) return <Outdated />;
  return <Broken error={error} onAgain={again} />;
}

function Outdated() {
  const { t } = useTranslation();
  return (
    <Alert variant="light" icon={<IconRefresh />} title={t("broken.outdated")} role="alert">
      <Text size="sm">{t("broken.outdatedText")}</Text>
      <Button size="xs" mt="xs" onClick={() => location.reload()}>
        {t("broken.reload")}
      </Button>
    </Alert>
  );
}

function Broken({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="light" icon={<IconAlertCircle />} title={t("broken.title")} role="alert">
      <Text size="sm">{t("broken.text")}</Text>
      <details className={classes.more}>
        <summary>{t("trouble.details")}</summary>
        <Text size="xs" ff="monospace" lang="en" className={classes.told ?? ""}>
          {error instanceof Error ? error.message : String(error)}
        </Text>
      </details>
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
