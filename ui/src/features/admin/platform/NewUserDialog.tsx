import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { FormDialog } from "@/pieces/FormDialog";
import { useDraft } from "@/pieces/useDraft";

import type { Given } from "../passwords/Credentials";
import { PasswordField } from "../passwords/PasswordField";
import { faultOf } from "../passwords/passwords";
import { useNewUser } from "./users";

type Props = { opened: boolean; onClose: () => void; onMade: (given: Given) => void };
const empty = { email: "", name: "", isPlatformAdmin: false };

/** Makes a user; a department takes him in by his e-mail afterwards. */
export function NewUserDialog({ opened, onClose, onMade }: Props) {
  const { t } = useTranslation("admin");
  const [draft, setDraft, clear] = useDraft("admin.user", empty);
  const [password, setPassword] = useState("");
  const making = useNewUser();

  async function make() {
    const name = draft.name.trim();
    const user = await making.done({
      email: draft.email,
      password,
      is_platform_admin: draft.isPlatformAdmin,
      ...(name === "" ? {} : { full_name: name }),
    });
    onMade({ email: user.email, password });
    setPassword("");
    clear();
  }

  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t("users.new")}
      action={t("users.make")}
      onSubmit={make}
      isIncomplete={draft.email.trim() === "" || password === "" || faultOf(password, draft.email) !== null}
    >
      <TextInput
        label={t("fields.email")}
        type="email"
        required
        data-autofocus
        autoComplete="off"
        value={draft.email}
        onChange={(event) => setDraft({ ...draft, email: event.currentTarget.value })}
      />
      <TextInput
        label={t("fields.fullName")}
        maxLength={200}
        autoComplete="off"
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <PasswordField label={t("password.initial")} value={password} onChange={setPassword} email={draft.email} isRequired />
      <Checkbox
        label={t("users.platformAdmin")}
        description={t("users.platformAdminAbout")}
        checked={draft.isPlatformAdmin}
        onChange={(event) => setDraft({ ...draft, isPlatformAdmin: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}
