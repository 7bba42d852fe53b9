import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

type Props = { value: string; onChange: (text: string) => void };

/** Whom an account is for: told by somebody else, so that the browser must not fill in its own user. */
export function EmailField({ value, onChange }: Props) {
  const { t } = useTranslation("admin");
  return (
    <TextInput
      label={t("fields.email")}
      type="email"
      required
      data-autofocus
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function FullNameField({ value, onChange }: Props) {
  const { t } = useTranslation("admin");
  return (
    <TextInput
      label={t("fields.fullName")}
      maxLength={200}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
