import { SegmentedControl, Stack, Text, useMantineColorScheme } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { chooseLanguage, type Language, languageNames, languages } from "@/language/language";

const themes = ["light", "dark", "auto"] as const;

/** The language and the theme of the page. */
export function Looks() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Stack gap={6} px="sm" py="xs">
      <Choice
        title={t("header.language")}
        value={i18n.language}
        choices={languages.map((language) => ({ value: language, label: languageNames[language] }))}
        onChoose={(language) => void chooseLanguage(language as Language)}
      />
      <Choice
        title={t("header.theme")}
        value={colorScheme}
        choices={themes.map((theme) => ({ value: theme, label: t(`header.${theme}`) }))}
        onChoose={(theme) => setColorScheme(theme as (typeof themes)[number])}
      />
    </Stack>
  );
}

type ChoiceProps = { title: string; value: string; choices: { value: string; label: string }[]; onChoose: (value: string) => void };

function Choice({ title, value, choices, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <>
      <Text size="xs" c="dimmed" id={id}>
        {title}
      </Text>
      <SegmentedControl size="xs" aria-labelledby={id} value={value} onChange={onChoose} data={choices} />
    </>
  );
}
