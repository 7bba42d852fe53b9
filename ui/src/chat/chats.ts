import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";
import type { Mode } from "@/api/me";

import { tellOtherTabs } from "./elsewhere";
import { chatsKey, messagesKey } from "./keys";

export type Chat = Schemas["ChatOut"];
export type Message = Schemas["MessageOut"];

const PAGE_SIZE = 500;

/** The user's conversations with one service, the newest first. */
export function useChats(mode: Mode) {
  return useQuery({
    queryKey: [...chatsKey, mode],
    queryFn: async () => {
      const page = await given(api.GET("/api/v1/chats", { params: { query: { mode, limit: PAGE_SIZE } } }));
      return page.entries;
    },
  });
}

/** The messages of a conversation in the order they were asked. */
export function useMessages(chatId: number | null) {
  return useQuery({
    queryKey: messagesKey(chatId),
    enabled: chatId !== null,
    queryFn: () => readMessages(chatId as number),
  });
}

async function readMessages(chatId: number): Promise<Message[]> {
  const path = { chat_id: chatId };
  const all: Message[] = [];
  let after: number | null = null;
  do {
    const query: { limit: number; after?: number } = { limit: PAGE_SIZE, ...(after === null ? {} : { after }) };
    const page: Schemas["Page_MessageOut_"] = await given(
      api.GET("/api/v1/chats/{chat_id}/messages", { params: { path, query } }),
    );
    all.push(...page.entries);
    after = page.next_after;
  } while (after !== null);
  return all;
}

export function useNewChat(mode: Mode) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => given(api.POST("/api/v1/chats", { body: { mode } })),
    onSuccess: (chat) => {
      queries.setQueryData<Chat[]>([...chatsKey, mode], (chats) => (chats ? [chat, ...chats] : chats));
      queries.setQueryData<Message[]>(messagesKey(chat.id), []);
    },
  });
}

/** Rename a conversation, make it a favourite or not. */
export function useChangeChat() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...change }: { id: number } & Schemas["ChatChange"]) =>
      given(api.PATCH("/api/v1/chats/{chat_id}", { params: { path: { chat_id: id } }, body: change })),
    onSettled: (_chat, _error, { id }) => settle(queries, id),
  });
}

export function useDeleteChat() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => api.DELETE("/api/v1/chats/{chat_id}", { params: { path: { chat_id: id } } }),
    onSettled: (_none, _error, id) => settle(queries, id),
  });
}

/** This tab and the others look again. */
function settle(queries: QueryClient, chatId: number): Promise<void> {
  tellOtherTabs(chatId);
  return queries.invalidateQueries({ queryKey: chatsKey });
}
