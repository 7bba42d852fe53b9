import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";
import type { Mode } from "@/api/me";

export type Chat = Schemas["ChatOut"];
export type Message = Schemas["MessageOut"];

const CHATS_SHOWN = 100;

/** The user's conversations with one service, the newest first. */
export function useChats(mode: Mode) {
  return useQuery({
    queryKey: ["chats", mode],
    queryFn: async () => {
      const page = await given(api.GET("/api/v1/chats", { params: { query: { limit: CHATS_SHOWN } } }));
      return page.entries.filter((chat) => chat.mode === mode);
    },
  });
}

/** The messages of a conversation in the order they were asked. */
export function useMessages(chatId: number | null) {
  return useQuery({
    queryKey: ["messages", chatId],
    enabled: chatId !== null,
    queryFn: async () => {
      const path = { chat_id: chatId as number };
      const page = await given(api.GET("/api/v1/chats/{chat_id}/messages", { params: { path, query: { limit: 200 } } }));
      return page.entries;
    },
  });
}

export function useNewChat(mode: Mode) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => given(api.POST("/api/v1/chats", { body: { mode } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["chats", mode] }),
  });
}
