import { ActionIcon, Menu, SegmentedControl, Stack, Text, useMantineColorScheme } from "@mantine/core";
import { IconBook, IconCode, IconLogout, IconUserCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { useMe } from "@/api/me";
import { signOut } from "@/api/session";
import { chooseLanguage, type Language } from "@/language/language";

/** Language, theme, help, and the way out. */
export function HeaderMenu() {
  const { t, i18n } = useTranslation();
  const me = useMe().data;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu width={260} position="bottom-end" shadow="md" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={me?.email ?? t("header.signOut")}>
          <IconUserCircle stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me?.full_name ?? me?.email}</Menu.Label>
        <Stack gap="xs" px="sm" py="xs">
          <Text size="xs" c="dimmed" id="choose-language">
            {t("header.language")}
          </Text>
          <SegmentedControl
            size="xs"
            aria-labelledby="choose-language"
            value={i18n.language}
            onChange={(language) => void chooseLanguage(language as Language)}
            data={[
              { value: "ru", label: "Русский" },
              { value: "en", label: "English" },
            ]}
          />
          <Text size="xs" c="dimmed" id="choose-theme">
            {t("header.theme")}
          </Text>
          <SegmentedControl
            size="xs"
            aria-labelledby="choose-theme"
            value={colorScheme}
            onChange={(scheme) => setColorScheme(scheme as "light" | "dark" | "auto")}
            data={(["light", "dark", "auto"] as const).map((scheme) => ({ value: scheme, label: t(`header.${scheme}`) }))}
          />
        </Stack>
        <Menu.Divider />
        <Menu.Item component="a" href={`/static/docs/${i18n.language}/`} target="_blank" leftSection={<IconBook size={16} />}>
          {t("header.help")}
        </Menu.Item>
        <Menu.Item component="a" href="/api/v1/docs" target="_blank" leftSection={<IconCode size={16} />}>
          {t("header.api")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          {t("header.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
