import { ActionIcon, Group, Text } from "@mantine/core";
import { IconFiles, IconMessagePlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { useChats } from "@/chat/chats";
import { ChatsDrawer } from "@/chat/ChatsDrawer";

type Props = {
  chatId: number | null;
  onChat: (chatId: number | null) => void;
  /** Opens the documents, where there is no room for them beside the conversation. */
  onLibrary?: () => void;
};

/** Which conversation is open, and the way to others. */
export function TopBar({ chatId, onChat, onLibrary }: Props) {
  const { t } = useTranslation(["documents", "chat"]);
  const title = useChats("documents").data?.find((chat) => chat.id === chatId)?.title;
  return (
    <Group gap="xs" wrap="nowrap" pb="xs">
      {onLibrary && (
        <ActionIcon variant="default" size="lg" aria-label={t("library.open")} title={t("library.open")} onClick={onLibrary}>
          <IconFiles size={18} stroke={1.6} />
        </ActionIcon>
      )}
      <ChatsDrawer mode="documents" chatId={chatId} onChat={onChat} />
      <Text size="sm" fw={600} truncate flex={1} component="h1" m={0}>
        {title || t("chat:chats.untitled")}
      </Text>
      {chatId !== null && (
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("chat:chats.new")}
          title={t("chat:chats.new")}
          onClick={() => onChat(null)}
        >
          <IconMessagePlus size={18} stroke={1.6} />
        </ActionIcon>
      )}
    </Group>
  );
}
