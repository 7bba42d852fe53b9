import { ActionIcon } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMessages } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { Mode } from "@/api/me";
import { SideDrawer } from "@/pieces/SideDrawer";

import { ChatList } from "./ChatList";
import "./words";

type Props = {
  mode: Mode;
  chatId: number | null;
  onChat: (chatId: number | null) => void;
  /** The width from which on the list stands beside the thread and no button is needed; none: it never does. */
  hiddenFrom?: "sm" | "md" | "lg" | "xl";
};

/** A button that opens the list of conversations where there is no room for it beside the thread. */
export function ChatsDrawer({ mode, chatId, onChat, hiddenFrom }: Props) {
  const { t } = useTranslation("chat");
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t("chats.open")}
        title={t("chats.open")}
        onClick={open}
        {...(hiddenFrom ? { hiddenFrom } : {})}
      >
        <IconMessages size={18} stroke={1.6} />
      </ActionIcon>
      <SideDrawer opened={isOpen} onClose={close} title={t("chats.title")} size={320}>
        <ChatList
          mode={mode}
          chatId={chatId}
          onChat={(id) => {
            onChat(id);
            close();
          }}
        />
      </SideDrawer>
    </>
  );
}
