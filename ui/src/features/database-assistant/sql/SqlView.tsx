import { Button, Group, Kbd, Stack, Text, Textarea } from "@mantine/core";
import { IconPencil, IconPlayerPlay } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import { CopyButton } from "@/pieces/CopyButton";

import { laidOut } from "./layout";
import classes from "./Sql.module.css";
import { SqlText } from "./SqlText";

/** The query as somebody changes it; `null` where nobody does. */
type Draft = { draft: string | null; set: (sql: string) => void; clear: () => void };

type Props = { draft: Draft; sql: string; isBusy: boolean; onRun: (sql: string) => void };

/** The query of an answer: to be read, copied, changed and run again. What is changed outlives a reload. */
export function SqlView({ draft: { draft, set: setDraft, clear: clearDraft }, sql, isBusy, onRun }: Props) {
  const { t } = useTranslation("database-assistant");
  const text = laidOut(sql);

  if (draft === null) {
    return (
      <Stack gap="xs">
        <SqlText sql={text} />
        <Group gap="xs">
          <Button size="xs" variant="default" leftSection={<IconPencil size={16} />} onClick={() => setDraft(text)}>
            {t("sql.edit")}
          </Button>
          <CopyButton size="xs" text={text} label={t("sql.copy")} />
        </Group>
      </Stack>
    );
  }

  function press(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run();
  }

  function run() {
    if (draft?.trim() && !isBusy) onRun(draft);
  }

  return (
    <Stack gap="xs">
      <Textarea
        className={classes.editor}
        label={t("sql.editor")}
        description={t("sql.guarded")}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={press}
        autosize
        minRows={5}
        maxRows={24}
        spellCheck={false}
        autoFocus
      />
      <Group gap="xs">
        <Button size="xs" leftSection={<IconPlayerPlay size={16} />} loading={isBusy} disabled={!draft.trim()} onClick={run}>
          {t("sql.run")}
        </Button>
        <Button size="xs" variant="default" onClick={clearDraft}>
          {t("sql.discard")}
        </Button>
        <CopyButton size="xs" text={draft} label={t("sql.copy")} />
        <Text size="xs" c="dimmed" visibleFrom="sm">
          <Kbd size="xs">Ctrl</Kbd> + <Kbd size="xs">Enter</Kbd>
        </Text>
      </Group>
    </Stack>
  );
}
