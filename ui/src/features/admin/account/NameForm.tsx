import { Button, Group, Paper, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { api, given } from "@/api/client";
import { Trouble } from "@/pieces/Trouble";

import { useDeed } from "../useDeed";

/** How one is called on the page and in exported files. */
export function NameForm({ name }: { name: string | null }) {
  const { t } = useTranslation("admin");
  const [typed, setTyped] = useState<string | null>(null);
  const change = useDeed((full_name: string | null) => given(api.PATCH("/api/v1/users/me", { body: { full_name } })), [["me"]]);
  const next = (typed ?? name ?? "").trim();

  async function save(event: FormEvent) {
    event.preventDefault();
    try {
      await change.done(next === "" ? null : next);
      setTyped(null);
      notifications.show({ message: t("saved") });
    } catch {
      // Told below the field.
    }
  }

  return (
    <Paper withBorder p="md" component="form" onSubmit={(event: FormEvent) => void save(event)}>
      <Stack gap="sm">
        <TextInput
          label={t("fields.fullName")}
          description={t("account.nameAbout")}
          autoComplete="name"
          maxLength={200}
          value={typed ?? name ?? ""}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {change.error && <Trouble error={change.error} />}
        <Group>
          <Button type="submit" size="xs" loading={change.isBusy} disabled={next === (name ?? "")}>
            {t("actions.save")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
