import { SegmentedControl, Stack, Text, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { chooseLanguage, type Language, languageNames, languages } from "@/language/language";

const themes = ["light", "dark", "auto"] as const;

/** The language and the theme of the page. */
export function Looks() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Stack gap={6} px="sm" py="xs">
      <Text size="xs" c="dimmed" id="choose-language">
        {t("header.language")}
      </Text>
      <SegmentedControl
        size="xs"
        aria-labelledby="choose-language"
        value={i18n.language}
        onChange={(language) => void chooseLanguage(language as Language)}
        data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
      />
      <Text size="xs" c="dimmed" id="choose-theme">
        {t("header.theme")}
      </Text>
      <SegmentedControl
        size="xs"
        aria-labelledby="choose-theme"
        value={colorScheme}
        onChange={(theme) => setColorScheme(theme as (typeof themes)[number])}
        data={themes.map((theme) => ({ value: theme, label: t(`header.${theme}`) }))}
      />
    </Stack>
  );
}
