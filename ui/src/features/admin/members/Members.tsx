import { ActionIcon, Button, Select, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus, IconUserMinus, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { day } from "@/language/numbers";
import { useConfirm } from "@/pieces/ConfirmDialog";
import { EmptyState } from "@/pieces/EmptyState";
import { type Column, KeysetTable } from "@/pieces/KeysetTable";
import { SectionHeader } from "@/pieces/SectionHeader";

import { Credentials, type Given } from "../passwords/Credentials";
import { Person } from "../Person";
import { type Member, type Role, roles, useMemberRemoval, useMembers, useRoleChange } from "./members";
import { NewMemberDialog } from "./NewMemberDialog";

/** The people of a department and what each may do in it. */
export function Members({ tenantId, order = 2 }: { tenantId: number; order?: 1 | 2 }) {
  const { t } = useTranslation("admin");
  const members = useMembers(tenantId);
  const removal = useMemberRemoval(tenantId);
  const [dialog, ask] = useConfirm();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [given, setGiven] = useState<Given | null>(null);

  const columns = useColumns(tenantId, (member) =>
    ask({
      title: t("members.removeTitle", { email: member.email }),
      text: t("members.removeText"),
      action: t("members.remove"),
      deed: () => removal.done(member.user_id),
    }),
  );
  const takeIn = (
    <Button leftSection={<IconPlus size={16} />} onClick={open} {...(order === 2 ? { size: "xs" } : {})}>
      {t("members.new")}
    </Button>
  );

  return (
    <Stack>
      <SectionHeader title={t("sections.members")} order={order} actions={takeIn}>
        <RolesTold />
      </SectionHeader>
      <KeysetTable
        label={t("sections.members")}
        pages={members}
        columns={columns}
        keyOf={(member) => member.user_id}
        isFaded={(member) => !member.is_active}
        empty={
          <EmptyState title={t("members.none")} icon={IconUsers} action={takeIn}>
            {t("members.first")}
          </EmptyState>
        }
      />
      <NewMemberDialog tenantId={tenantId} opened={isOpen} onClose={close} onMade={setGiven} />
      <Credentials given={given} onClose={() => setGiven(null)} />
      {dialog}
    </Stack>
  );
}

function RolesTold() {
  const { t } = useTranslation("admin");
  return roles.map((role) => (
    <Text key={role} size="sm" c="dimmed">
      <b>{t(`roles.${role}`)}</b> — {t(`rolesAbout.${role}`)}
    </Text>
  ));
}

function useColumns(tenantId: number, onRemove: (member: Member) => void): Column<Member>[] {
  const { t } = useTranslation("admin");
  return [
    {
      key: "person",
      title: t("fields.person"),
      cell: (member) => <Person name={member.full_name} email={member.email} isActive={member.is_active} />,
    },
    { key: "role", title: t("fields.role"), cell: (member) => <RoleChoice tenantId={tenantId} member={member} />, width: 170 },
    { key: "joined", title: t("members.joined"), cell: (member) => day(member.joined_at), width: 130, visibleFrom: "sm" },
    {
      key: "remove",
      title: "",
      label: t("members.remove"),
      width: 48,
      align: "right",
      cell: (member) => (
        <ActionIcon variant="subtle" color="gray" aria-label={t("members.removeOne", { email: member.email })} onClick={() => onRemove(member)}>
          <IconUserMinus size={18} />
        </ActionIcon>
      ),
    },
  ];
}

function RoleChoice({ tenantId, member }: { tenantId: number; member: Member }) {
  const { t } = useTranslation("admin");
  const change = useRoleChange(tenantId);
  return (
    <Select
      size="xs"
      aria-label={t("members.roleOf", { email: member.email })}
      data={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      value={change.isBusy && change.input ? change.input.role : member.role}
      disabled={change.isBusy}
      allowDeselect={false}
      comboboxProps={{ withinPortal: true }}
      onChange={(role) => role && role !== member.role && change.doNow({ userId: member.user_id, role: role as Role })}
    />
  );
}
