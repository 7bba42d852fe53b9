import { ActionIcon, Group, Text } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { IconLayoutSidebarRight, IconMessagePlus } from "@tabler/icons-react";
import { type RefObject, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";

import { ChatList } from "@/chat/ChatList";
import { ChatsDrawer } from "@/chat/ChatsDrawer";
import { Conversation } from "@/chat/Conversation";
import { addToDraft } from "@/chat/drafts";
import { SideDrawer } from "@/pieces/SideDrawer";

import { useDatabaseAssistant } from "./assistant";
import { type BesideAsking, BesideAskingContext } from "./beside/asking";
import { Beside } from "./beside/Beside";
import classes from "./DatabasePage.module.css";
import type { Database } from "./databases";
import { useOpenChat, useOpenDraft } from "./place";
import { Welcome } from "./Welcome";

/** From this width on the schema stands beside the conversation (Mantine's `lg`); below it lies over it. */
const WIDE = "(min-width: 75em)";

/** What a press in the schema does: asks, or puts words into the question; a drawer that lies over all goes first. */
function useFromBeside(asker: RefObject<((question: string) => void) | null>, onDone: () => void): BesideAsking {
  const draft = useOpenDraft();
  return useMemo(
    () => ({
      ask: (question: string) => {
        onDone();
        asker.current?.(question);
      },
      insert: (words: string) => {
        onDone();
        addToDraft(draft, words);
      },
    }),
    [asker, onDone, draft],
  );
}

/** Conversations with the database, and beside them what is known of it. */
export function DatabaseTalk({ database }: { database: Database }) {
  const { t } = useTranslation("database-assistant");
  const assistant = useDatabaseAssistant();
  const [chatId, open] = useOpenChat();
  const isWide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
  const [isBeside, beside] = useDisclosure(true);
  const [isOver, over] = useDisclosure(false);
  const panel = isWide ? beside : over;
  const asker = useRef<(question: string) => void>(null);
  const fromBeside = useFromBeside(asker, over.close);

  return (
    <div className={classes.page}>
      <div className={classes.chats}>
        <ChatList mode="databases" chatId={chatId} onChat={open} />
      </div>
      <div className={classes.middle}>
        <Group justify="space-between" wrap="nowrap" gap="xs" pb="xs">
          <Group gap="xs" wrap="nowrap" miw={0}>
            <ChatsDrawer mode="databases" chatId={chatId} onChat={open} hiddenFrom="xl" />
            <ActionIcon
              variant="default"
              size="lg"
              hiddenFrom="xl"
              onClick={() => open(null)}
              aria-label={t("newChat")}
              title={t("newChat")}
            >
              <IconMessagePlus size={18} stroke={1.6} />
            </ActionIcon>
            <Text fw={600} truncate>
              {database.name}
            </Text>
          </Group>
          <ActionIcon
            variant="default"
            size="lg"
            onClick={panel.toggle}
            aria-label={t("beside.toggle")}
            title={t("beside.toggle")}
            aria-expanded={isWide ? isBeside : isOver}
          >
            <IconLayoutSidebarRight size={18} stroke={1.6} />
          </ActionIcon>
        </Group>
        <div className={classes.talk}>
          <Conversation
            assistant={assistant}
            chatId={chatId}
            onChat={open}
            onGone={() => open(null)}
            asker={asker}
            welcome={(onAsk) => <Welcome database={database} onAsk={onAsk} />}
          />
        </div>
      </div>
      {isWide && isBeside && (
        <section className={classes.beside} aria-label={t("beside.label")}>
          <BesideAskingContext value={fromBeside}>
            <Beside database={database} />
          </BesideAskingContext>
        </section>
      )}
      {!isWide && (
        <SideDrawer opened={isOver} onClose={over.close} position="right" size="sm" title={t("beside.label")}>
          <BesideAskingContext value={fromBeside}>
            <Beside database={database} />
          </BesideAskingContext>
        </SideDrawer>
      )}
    </div>
  );
}
