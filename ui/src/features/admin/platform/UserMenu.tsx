import { ActionIcon, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDots, IconKey, IconPencil, IconPlayerPlay, IconPower } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { useConfirm } from "@/pieces/ConfirmDialog";

import type { Given } from "../passwords/Credentials";
import { NewPasswordDialog } from "./NewPasswordDialog";
import { RenameDialog } from "./RenameDialog";
import { type User, useUserChange } from "./users";

/** What can be done with a user. */
export function UserMenu({ user, onGiven }: { user: User; onGiven: (given: Given) => void }) {
  const { t } = useTranslation("admin");
  const change = useUserChange();
  const [dialog, ask] = useConfirm();
  const [isRenaming, renaming] = useDisclosure(false);
  const [isSetting, setting] = useDisclosure(false);

  function switchOff() {
    ask({
      title: t("users.offTitle", { email: user.email }),
      text: t("users.offText"),
      action: t("state.switchOff"),
      deed: () => change.done({ userId: user.id, is_active: false }),
    });
  }

  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t("actions.moreOf", { name: user.email })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={renaming.open}>
            {t("actions.rename")}
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} />} onClick={setting.open}>
            {t("users.newPassword")}
          </Menu.Item>
          <Menu.Divider />
          {user.is_active ? (
            <Menu.Item color="red" leftSection={<IconPower size={16} />} onClick={switchOff}>
              {t("state.switchOff")}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconPlayerPlay size={16} />} onClick={() => change.doNow({ userId: user.id, is_active: true })}>
              {t("state.switchOn")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <RenameDialog
        opened={isRenaming}
        onClose={renaming.close}
        title={t("users.rename", { email: user.email })}
        name={user.full_name ?? ""}
        onRename={(name) => change.done({ userId: user.id, full_name: name })}
      />
      <NewPasswordDialog opened={isSetting} onClose={setting.close} user={user} onGiven={onGiven} />
      {dialog}
    </>
  );
}
