import { ActionIcon, Box, Divider, NavLink, Popover, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBook, IconCode, IconLogout, IconUser, IconUserCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useMe, useTenant } from "@/api/me";
import { signOut } from "@/api/session";
import { useTroubleNotice } from "@/pieces/useTroubleNotice";

import { Looks } from "./Looks";

/** Who is signed in, language, theme, help, and the way out. */
export function HeaderMenu() {
  const { t } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  return (
    <Popover opened={isOpen} onChange={(opened) => !opened && close()} width={272} position="bottom-end" offset={10} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("header.menu")} onClick={toggle}>
          <IconUserCircle stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={t("header.menu")}>
        <Somebody />
        <Looks />
        <Divider my={6} />
        <Links onGone={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Somebody() {
  const { t } = useTranslation();
  const me = useMe().data;
  const tenant = useTenant();
  return (
    <Box px="sm" pt="xs">
      {me?.full_name && (
        <Text size="sm" fw={600} truncate>
          {me.full_name}
        </Text>
      )}
      <Text size="xs" c="dimmed" truncate>
        {me?.email}
      </Text>
      {tenant && (
        <Text size="xs" c="dimmed" mt={2}>
          {tenant.name} · {t(`facts.${tenant.role}`)}
        </Text>
      )}
    </Box>
  );
}

function Links({ onGone }: { onGone: () => void }) {
  const { t, i18n } = useTranslation();
  const tell = useTroubleNotice();
  return (
    <>
      <NavLink
        label={t("header.account")}
        leftSection={<IconUser size={16} />}
        onClick={onGone}
        renderRoot={(props) => <Link to="/admin" search={{ section: "account" } as never} {...props} />}
      />
      <NavLink href={`/static/docs/${i18n.language}/`} target="_blank" label={t("header.help")} leftSection={<IconBook size={16} />} />
      <NavLink href="/api/v1/docs" target="_blank" label={t("header.api")} leftSection={<IconCode size={16} />} />
      <Divider my={6} />
      <NavLink
        component="button"
        label={t("header.signOut")}
        leftSection={<IconLogout size={16} />}
        onClick={() => void signOut().catch(tell)}
      />
    </>
  );
}
