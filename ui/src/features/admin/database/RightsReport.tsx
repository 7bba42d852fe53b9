import { Alert, List, Stack, Text, ThemeIcon } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle, IconShieldCheck, IconShieldX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { type Finding, type Rights, verdictOf } from "./rights";

const colors = { reads: "teal", more: "yellow", writes: "orange", danger: "red" } as const;
const marks = {
  note: { color: "gray", icon: IconInfoCircle },
  warning: { color: "yellow", icon: IconAlertTriangle },
  danger: { color: "red", icon: IconShieldX },
} as const;

/** What the role may do beyond reading, in plain words, and how much it matters. */
export function RightsReport({ rights, isReached = false }: { rights: Rights; isReached?: boolean }) {
  const { t } = useTranslation("admin");
  const verdict = verdictOf(rights);
  return (
    <Stack gap="sm">
      <Alert
        variant="light"
        color={colors[verdict]}
        icon={verdict === "reads" ? <IconShieldCheck /> : <IconAlertTriangle />}
        title={t(`rights.verdict.${verdict}`, { user: rights.user })}
      >
        {isReached && `${t("rights.reached")} `}
        {t(`rights.advice.${verdict}`)}
      </Alert>
      {rights.findings.length > 0 && (
        <List spacing={6} size="sm" listStyleType="none" aria-label={t("rights.title")}>
          {rights.findings.map((finding) => (
            <FindingLine key={finding.right} finding={finding} />
          ))}
        </List>
      )}
    </Stack>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const { t, i18n } = useTranslation("admin");
  const { color, icon: Icon } = marks[finding.severity];
  return (
    <List.Item
      icon={
        <ThemeIcon size={22} radius="xl" variant="light" color={color}>
          <Icon size={14} aria-hidden />
        </ThemeIcon>
      }
    >
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        <b>{t(`rights.severity.${finding.severity}`)}.</b> {i18n.language === "ru" ? finding.text.ru : finding.text.en}
      </Text>
    </List.Item>
  );
}
