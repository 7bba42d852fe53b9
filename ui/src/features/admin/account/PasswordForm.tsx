import { Button, Group, Paper, PasswordInput, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { api, type Schemas } from "@/api/client";
import { Refused } from "@/api/problems";
import { SectionHeader } from "@/pieces/SectionHeader";
import { Trouble } from "@/pieces/Trouble";

import { PasswordField } from "../passwords/PasswordField";
import { faultOf } from "../passwords/passwords";
import { useDeed } from "../useDeed";

/** Another password for oneself; the sign-ins elsewhere end. */
export function PasswordForm({ email }: { email: string }) {
  const { t } = useTranslation("admin");
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useDeed((body: Schemas["PasswordChange"]) => api.POST("/api/v1/users/me/password", { body }), []);

  const isWrong = change.error instanceof Refused && change.error.slug === "wrong-credentials";

  async function save(event: FormEvent) {
    event.preventDefault();
    try {
      await change.done({ current_password: current, new_password: next });
      setCurrent("");
      setNext("");
      notifications.show({ message: t("account.passwordChanged") });
    } catch {
      // Told below the fields.
    }
  }

  return (
    <Paper withBorder p="md" component="form" onSubmit={(event: FormEvent) => void save(event)}>
      <Stack gap="sm">
        <SectionHeader title={t("account.password")}>
          {t("account.passwordAbout")}
        </SectionHeader>
        <input type="text" hidden autoComplete="username" value={email} readOnly />
        <PasswordInput
          error={isWrong && t("account.wrongCurrent")}
          label={t("account.current")}
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": t("password.show") }}
        />
        <PasswordField label={t("account.next")} value={next} onChange={setNext} email={email} isRequired />
        {change.error && !isWrong && <Trouble error={change.error} />}
        <Group>
          <Button type="submit" size="xs" loading={change.isBusy} disabled={current === "" || next === "" || faultOf(next, email) !== null}>
            {t("account.change")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
