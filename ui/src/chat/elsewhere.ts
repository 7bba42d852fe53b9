import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { chatsKey, messagesKey } from "./keys";

/** What changed in another tab of this browser: a conversation, or (`null`) the list of them. */
type News = { chatId: number | null };

const CHANNEL = "spravka.chats";
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);

/** Two tabs may show one conversation side by side: the other one looks again. */
export function tellOtherTabs(chatId: number | null): void {
  channel?.postMessage({ chatId } satisfies News);
}

/** Looks again at what another tab has changed. */
export function useOtherTabs(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const listen = ({ data }: MessageEvent<News>) => lookAgain(queries, data);
    channel?.addEventListener("message", listen);
    return () => channel?.removeEventListener("message", listen);
  }, [queries]);
}

function lookAgain(queries: QueryClient, { chatId }: News): void {
  void queries.invalidateQueries({ queryKey: chatsKey });
  if (chatId !== null) void queries.invalidateQueries({ queryKey: messagesKey(chatId) });
}
