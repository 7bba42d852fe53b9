import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { FormDialog } from "@/pieces/FormDialog";

import type { Given } from "../passwords/Credentials";
import { PasswordField } from "../passwords/PasswordField";
import { faultOf } from "../passwords/passwords";
import { type User, useUserChange } from "./users";

type Props = { opened: boolean; onClose: () => void; user: User; onGiven: (given: Given) => void };

/** Another password for somebody who has lost his; it ends all his sign-ins. */
export function NewPasswordDialog({ opened, onClose, user, onGiven }: Props) {
  const { t } = useTranslation("admin");
  const [password, setPassword] = useState("");
  const change = useUserChange();

  async function set() {
    await change.done({ userId: user.id, password });
    onGiven({ email: user.email, password });
    setPassword("");
  }

  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t("users.passwordTitle", { email: user.email })}
      action={t("users.setPassword")}
      onSubmit={set}
      isIncomplete={password === "" || faultOf(password, user.email) !== null}
    >
      <Text size="sm">{t("users.passwordText")}</Text>
      <PasswordField label={t("users.newPassword")} value={password} onChange={setPassword} email={user.email} isRequired />
    </FormDialog>
  );
}
