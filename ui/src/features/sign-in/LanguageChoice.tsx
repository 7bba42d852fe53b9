import { Group, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { chooseLanguage, languageNames, languages } from "@/language/language";

/** The language, before anybody is signed in. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  return (
    <Group gap="md" role="group" aria-label={t("header.language")}>
      {languages.map((language) => (
        <UnstyledButton
          key={language}
          lang={language}
          fz="sm"
          fw={i18n.language === language ? 600 : 400}
          c={i18n.language === language ? "var(--mantine-color-text)" : "dimmed"}
          aria-pressed={i18n.language === language}
          onClick={() => void chooseLanguage(language)}
        >
          {languageNames[language]}
        </UnstyledButton>
      ))}
    </Group>
  );
}
