import { useTranslation } from "react-i18next";

import { useMe } from "@/api/me";
import { useConfirm } from "@/pieces/ConfirmDialog";

import { type Member, type Role, useRoleChange } from "./members";
import { RoleSelect } from "./RoleSelect";

/** The role of somebody in a department; who takes his own administration away is asked once. */
export function RoleChoice({ tenantId, member }: { tenantId: number; member: Member }) {
  const { t } = useTranslation("admin");
  const me = useMe().data;
  const change = useRoleChange(tenantId);
  const [dialog, ask] = useConfirm();

  function choose(role: Role) {
    const wanted = { userId: member.user_id, role };
    if (me?.id !== member.user_id) change.doNow(wanted);
    else
      ask({
        title: t("members.ownRoleTitle"),
        text: t("members.ownRoleText"),
        action: t("members.ownRole"),
        deed: () => change.done(wanted),
      });
  }

  return (
    <>
      <RoleSelect
        size="xs"
        aria-label={t("members.roleOf", { email: member.email })}
        value={change.isBusy && change.input ? change.input.role : member.role}
        disabled={change.isBusy}
        onChange={choose}
      />
      {dialog}
    </>
  );
}
