import { Button, Group, Paper, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { SectionHeader } from "@/pieces/SectionHeader";

import { usePlainDeed } from "../useDeed";

/** Ends one's sign-ins on other machines. */
export function SessionsForm() {
  const { t } = useTranslation("admin");
  const ending = usePlainDeed(() => api.POST("/api/v1/users/me/sign-outs"), []);

  async function end() {
    try {
      await ending.done();
      notifications.show({ message: t("account.othersEnded") });
    } catch (error) {
      ending.tell(error);
    }
  }

  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <SectionHeader title={t("account.sessions")}>{t("account.sessionsAbout")}</SectionHeader>
        <Group>
          <Button size="xs" variant="default" loading={ending.isBusy} onClick={() => void end()}>
            {t("account.endOthers")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
