import { Button, PasswordInput, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

import { faultOf, randomPassword, SHORTEST } from "./passwords";

type Props = {
  label: string;
  value: string;
  onChange: (password: string) => void;
  /** Whose password it will be; it may not be the e-mail. */
  email?: string;
  isRequired?: boolean;
  description?: string;
};

/** A new password for somebody: typed, or made by the page and shown. */
export function PasswordField({ label, value, onChange, email = "", isRequired = false, description }: Props) {
  const { t } = useTranslation("admin");
  const [isVisible, { toggle, open }] = useDisclosure(false);
  const fault = faultOf(value, email);

  function make() {
    onChange(randomPassword());
    open();
  }

  return (
    <Stack gap={4} align="flex-start">
      <PasswordInput
        w="100%"
        label={label}
        description={description ?? t("password.rule", { count: SHORTEST })}
        autoComplete="new-password"
        required={isRequired}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        visible={isVisible}
        onVisibilityChange={toggle}
        visibilityToggleButtonProps={{ "aria-label": t("password.show") }}
        error={fault && t(`password.fault.${fault}`, { count: SHORTEST })}
      />
      <Button variant="subtle" size="compact-xs" onClick={make}>
        {t("password.make")}
      </Button>
    </Stack>
  );
}
