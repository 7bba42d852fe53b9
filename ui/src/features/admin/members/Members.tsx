import { ActionIcon, Badge, Button, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus, IconUserMinus, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useMe } from "@/api/me";
import { useConfirm } from "@/pieces/ConfirmDialog";
import { EmptyState } from "@/pieces/EmptyState";
import { type Column, KeysetTable } from "@/pieces/KeysetTable";
import { SectionHeader } from "@/pieces/SectionHeader";

import { Credentials, type Given } from "../passwords/Credentials";
import { Person } from "../Person";
import { When } from "../When";
import { type Member, useMemberRemoval, useMembers } from "./members";
import { NewMemberDialog } from "./NewMemberDialog";
import { RoleChoice } from "./RoleChoice";

/** The people of a department and what each may do in it. */
export function Members({ tenantId, order = 2 }: { tenantId: number; order?: 1 | 2 }) {
  const { t } = useTranslation("admin");
  const me = useMe().data;
  const members = useMembers(tenantId);
  const removal = useMemberRemoval(tenantId);
  const [dialog, ask] = useConfirm();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [given, setGiven] = useState<Given | null>(null);

  const columns = useColumns(tenantId, (member) =>
    ask({
      title: t("members.removeTitle", { email: member.email }),
      text: member.user_id === me?.id ? t("members.removeSelf") : t("members.removeText"),
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
        {t("members.about")}
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

function useColumns(tenantId: number, onRemove: (member: Member) => void): Column<Member>[] {
  const { t } = useTranslation("admin");
  const me = useMe().data;
  return [
    {
      key: "person",
      title: t("fields.person"),
      cell: (member) => (
        <Person
          name={member.full_name}
          email={member.email}
          isActive={member.is_active}
          badge={
            member.user_id === me?.id && (
              <Badge size="xs" variant="light">
                {t("members.you")}
              </Badge>
            )
          }
        />
      ),
    },
    { key: "role", title: t("fields.role"), cell: (member) => <RoleChoice tenantId={tenantId} member={member} />, width: 170 },
    { key: "joined", title: t("members.joined"), cell: (member) => <When at={member.joined_at} isDay />, width: 140, visibleFrom: "sm" },
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
