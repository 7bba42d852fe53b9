import { Divider } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { FormDialog } from "@/pieces/FormDialog";
import { useDraft } from "@/pieces/useDraft";

import { EmailField, FullNameField } from "../passwords/AccountFields";
import type { Given } from "../passwords/Credentials";
import { PasswordField } from "../passwords/PasswordField";
import { faultOf } from "../passwords/passwords";
import { type Role, useNewMember } from "./members";
import { RoleSelect } from "./RoleSelect";

type Props = { tenantId: number; opened: boolean; onClose: () => void; onMade: (given: Given) => void };
type Draft = { email: string; role: Role; name: string };
const empty: Draft = { email: "", role: "member", name: "" };

/** Takes somebody in by his e-mail; who has no account yet gets one with the password given here. */
export function NewMemberDialog({ tenantId, opened, onClose, onMade }: Props) {
  const { t } = useTranslation("admin");
  const [draft, setDraft, clear] = useDraft(`admin.member.${tenantId}`, empty);
  const [password, setPassword] = useState("");
  const adding = useNewMember(tenantId);

  async function add() {
    const name = draft.name.trim();
    const member = await adding.done({
      email: draft.email,
      role: draft.role,
      ...(password === "" ? {} : { password }),
      ...(name === "" ? {} : { full_name: name }),
    });
    if (member.is_new_user) onMade({ email: member.email, password });
    else notifications.show({ message: t("members.existed", { email: member.email }) });
    setPassword("");
    clear();
  }

  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t("members.new")}
      action={t("members.add")}
      onSubmit={add}
      isIncomplete={draft.email.trim() === "" || faultOf(password, draft.email) !== null}
    >
      <EmailField value={draft.email} onChange={(email) => setDraft({ ...draft, email })} />
      <RoleSelect
        label={t("fields.role")}
        description={t(`rolesAbout.${draft.role}`)}
        value={draft.role}
        onChange={(role) => setDraft({ ...draft, role })}
      />
      <Divider label={t("members.ifNew")} labelPosition="left" />
      <FullNameField value={draft.name} onChange={(name) => setDraft({ ...draft, name })} />
      <PasswordField label={t("password.initial")} value={password} onChange={setPassword} email={draft.email} />
    </FormDialog>
  );
}
