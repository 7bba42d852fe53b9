import { Badge, Button, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { type Column, KeysetTable } from "@/pieces/KeysetTable";
import { SectionHeader } from "@/pieces/SectionHeader";

import { Credentials, type Given } from "../passwords/Credentials";
import { Person } from "../Person";
import { When } from "../When";
import { NewUserDialog } from "./NewUserDialog";
import { UserMenu } from "./UserMenu";
import { type User, useUsers } from "./users";

/** Everybody who can sign in, whatever his departments. */
export function UsersSection() {
  const { t } = useTranslation("admin");
  const users = useUsers();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [given, setGiven] = useState<Given | null>(null);
  return (
    <Stack>
      <SectionHeader
        title={t("sections.users")}
        order={1}
        actions={
          <Button leftSection={<IconPlus size={16} />} onClick={open}>
            {t("users.new")}
          </Button>
        }
      >
        {t("users.about")}
      </SectionHeader>
      <KeysetTable
        label={t("sections.users")}
        pages={users}
        columns={useColumns(setGiven)}
        keyOf={(user) => user.id}
        isFaded={(user) => !user.is_active}
      />
      <NewUserDialog opened={isOpen} onClose={close} onMade={setGiven} />
      <Credentials given={given} onClose={() => setGiven(null)} />
    </Stack>
  );
}

function useColumns(onGiven: (given: Given) => void): Column<User>[] {
  const { t } = useTranslation("admin");
  return [
    {
      key: "person",
      title: t("fields.person"),
      cell: (user) => (
        <Person
          name={user.full_name}
          email={user.email}
          isActive={user.is_active}
          badge={
            user.is_platform_admin && (
              <Badge size="xs" variant="light" tt="none">
                {t("users.platformAdmin")}
              </Badge>
            )
          }
        />
      ),
    },
    { key: "made", title: t("fields.made"), cell: (user) => <When at={user.created_at} isDay />, width: 140, visibleFrom: "sm" },
    { key: "menu", title: "", label: t("actions.more"), cell: (user) => <UserMenu user={user} onGiven={onGiven} />, width: 48, align: "right" },
  ];
}
