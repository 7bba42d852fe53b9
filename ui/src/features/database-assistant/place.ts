import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

import { draftName } from "@/chat/drafts";
import { idOf } from "@/pieces/address";

/** The open conversation, as the page's address tells it: a reload and a link come back to it. */
export function useOpenChat(): [number | null, (chatId: number | null) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const open = useCallback(
    (chatId: number | null) => {
      void navigate({ to: "/database", search: (chatId === null ? {} : { chat: chatId }) as never });
    },
    [navigate],
  );
  return [chatIn(search), open];
}

/** Under what the draft of the open conversation is kept. */
export function useOpenDraft(): string {
  return draftName("databases", chatIn(useSearch({ strict: false })));
}

/** The conversation that an address names; `null` for none, and for what is no number of one. */
export function chatIn(search: Record<string, unknown>): number | null {
  return idOf(search.chat);
}
