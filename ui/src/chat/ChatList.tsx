import { Button, Stack, Text } from "@mantine/core";
import { IconMessagePlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Mode } from "@/api/me";
import { Loaded } from "@/pieces/Loaded";
import { SearchField } from "@/pieces/SearchField";

import classes from "./chat.module.css";
import { ChatRow } from "./ChatRow";
import { type Chat, useChats } from "./chats";
import { groupedByDay } from "./days";
import "./words";

/** From so many on one looks for a conversation by its name. */
const MANY = 12;

type Props = { mode: Mode; chatId: number | null; onChat: (chatId: number | null) => void };

/** The user's conversations with a service; fills the height it is given. */
export function ChatList({ mode, chatId, onChat }: Props) {
  const { t } = useTranslation("chat");
  const chats = useChats(mode);
  const [search, setSearch] = useState("");
  const all = chats.data ?? [];
  const shown = all.filter((chat) => chat.title.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()));
  return (
    <Stack gap="xs" h="100%" mih={0} component="section" aria-label={t("chats.title")}>
      <Button variant="light" size="xs" leftSection={<IconMessagePlus size={16} />} onClick={() => onChat(null)}>
        {t("chats.new")}
      </Button>
      {all.length >= MANY && <SearchField label={t("chats.search")} value={search} onChange={setSearch} />}
      <Loaded query={chats} lines={6}>
        {() => <Found all={all} shown={shown} chatId={chatId} onChat={onChat} />}
      </Loaded>
    </Stack>
  );
}

type FoundProps = { all: readonly Chat[]; shown: Chat[] } & Pick<Props, "chatId" | "onChat">;

function Found({ all, shown, ...rest }: FoundProps) {
  const { t } = useTranslation("chat");
  if (shown.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t(all.length > 0 ? "chats.nothingLikeIt" : "chats.none")}
      </Text>
    );
  }
  return (
    <div className={classes.list}>
      <Groups chats={shown} {...rest} />
    </div>
  );
}

function Groups({ chats, chatId, onChat }: { chats: Chat[] } & Pick<Props, "chatId" | "onChat">) {
  const { t } = useTranslation("chat");
  return groupedByDay(chats, new Date()).map(({ span, chats: group }) => (
    <section key={span} aria-label={t(`spans.${span}`)}>
      <Text size="xs" c="dimmed" fw={600} px="xs" pt="xs" pb={4}>
        {t(`spans.${span}`)}
      </Text>
      {group.map((chat) => (
        <ChatRow key={chat.id} chat={chat} isOpen={chat.id === chatId} onChat={onChat} />
      ))}
    </section>
  ));
}
