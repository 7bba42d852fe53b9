import { ActionIcon, Menu, TextInput, UnstyledButton } from "@mantine/core";
import { IconDots, IconPencil, IconStar, IconStarFilled, IconTrash } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useConfirm } from "@/pieces/ConfirmDialog";

import classes from "./chat.module.css";
import { type Chat, useChangeChat, useDeleteChat } from "./chats";

type Props = { chat: Chat; isOpen: boolean; onChat: (chatId: number | null) => void };

/** A conversation in the list: opened by its title, renamed in its place. */
export function ChatRow({ chat, isOpen, onChat }: Props) {
  const { t } = useTranslation("chat");
  const [isNaming, setNaming] = useState(false);
  const [dialog, confirm] = useConfirm();
  const removal = useDeleteChat();
  const title = chat.title || t("chats.untitled");

  async function remove() {
    await removal.mutateAsync(chat.id);
    if (isOpen) onChat(null);
  }

  function askToRemove() {
    const text = t("chats.deleteText", { title });
    confirm({ title: t("chats.deleteAsk"), text, action: t("chats.delete"), deed: remove });
  }

  if (isNaming) return <NameField chat={chat} onEnd={() => setNaming(false)} />;
  return (
    <div className={classes.row} data-active={isOpen || undefined}>
      <UnstyledButton
        className={classes.rowTitle ?? ""}
        title={title}
        aria-current={isOpen ? "true" : undefined}
        onClick={() => onChat(chat.id)}
        onDoubleClick={() => setNaming(true)}
      >
        {title}
      </UnstyledButton>
      <ChatMenu chat={chat} title={title} onRename={() => setNaming(true)} onDelete={askToRemove} />
      {dialog}
    </div>
  );
}

type MenuProps = { chat: Chat; title: string; onRename: () => void; onDelete: () => void };

function ChatMenu({ chat, title, onRename, onDelete }: MenuProps) {
  const { t } = useTranslation("chat");
  const change = useChangeChat();
  const Star = chat.is_favourite ? IconStarFilled : IconStar;
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon
          className={classes.rowMenu ?? ""}
          variant="subtle"
          color="gray"
          size="sm"
          mr={4}
          aria-label={t("chats.menu", { title })}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={onRename}>
          {t("chats.rename")}
        </Menu.Item>
        <Menu.Item
          leftSection={<Star size={16} />}
          onClick={() => change.mutate({ id: chat.id, is_favourite: !chat.is_favourite })}
        >
          {t(chat.is_favourite ? "chats.unfavourite" : "chats.favourite")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={onDelete}>
          {t("chats.delete")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function NameField({ chat, onEnd }: { chat: Chat; onEnd: () => void }) {
  const { t } = useTranslation("chat");
  const change = useChangeChat();
  const [title, setTitle] = useState(chat.title);

  function save() {
    if (change.isPending) return;
    const named = title.trim();
    if (named && named !== chat.title) change.mutate({ id: chat.id, title: named }, { onSettled: onEnd });
    else onEnd();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter") save();
    if (event.key === "Escape") onEnd();
  }

  return (
    <TextInput
      size="xs"
      autoFocus
      aria-label={t("chats.name")}
      maxLength={200}
      value={title}
      disabled={change.isPending}
      onChange={(event) => setTitle(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={onKeyDown}
      onBlur={save}
    />
  );
}
