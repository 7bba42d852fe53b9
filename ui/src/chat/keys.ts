import type { Mode } from "@/api/me";

/** Under what the cache of queries keeps conversations, their messages, and answers. */
export const chatsKey = ["chats"] as const;
export const messagesKey = (chatId: number | null) => ["messages", chatId] as const;
export const answerKey = (mode: Mode, answerId: number | null) => ["answers", mode, answerId] as const;
