import { Badge, Group, Paper, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { type Me, useMe } from "@/api/me";
import { Loaded } from "@/pieces/Loaded";
import { SectionHeader } from "@/pieces/SectionHeader";

import { NameForm } from "./NameForm";
import { PasswordForm } from "./PasswordForm";
import { SessionsForm } from "./SessionsForm";

/** One's own name, password and departments. */
export function AccountSection() {
  const { t } = useTranslation("admin");
  const me = useMe();
  return (
    <Stack>
      <SectionHeader title={t("sections.account")} order={1}>
        {me.data && t("account.signedIn", { email: me.data.email })}
      </SectionHeader>
      <Loaded query={me}>
        {(found) => (
          <Stack maw={560}>
            <NameForm name={found.full_name} />
            <PasswordForm email={found.email} />
            <SessionsForm />
            <Places me={found} />
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

function Places({ me }: { me: Me }) {
  const { t } = useTranslation("admin");
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <SectionHeader title={t("account.places")} />
        {me.is_platform_admin && <Text size="sm">{t("account.platformAdmin")}</Text>}
        {!me.is_platform_admin && me.tenants.length === 0 && <Text size="sm">{t("account.nowhere")}</Text>}
        {me.tenants.map((place) => (
          <Group key={place.tenant_id} gap="xs">
            <Text size="sm">{place.name}</Text>
            <Badge variant="light" size="sm">
              {t(`roles.${place.role}`)}
            </Badge>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
