import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { FormDialog } from "@/pieces/FormDialog";
import { useDraft } from "@/pieces/useDraft";

import { EmailField, FullNameField } from "../passwords/AccountFields";
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
      <EmailField value={draft.email} onChange={(email) => setDraft({ ...draft, email })} />
      <FullNameField value={draft.name} onChange={(name) => setDraft({ ...draft, name })} />
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
