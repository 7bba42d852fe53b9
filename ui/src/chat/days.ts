import type { Chat } from "./chats";

/** When a conversation began, seen from now: `favourite` ones stand before all. */
export type Span = "favourite" | "today" | "yesterday" | "week" | "earlier";

type ChatGroup = { span: Span; chats: Chat[] };

const ORDER: Span[] = ["favourite", "today", "yesterday", "week", "earlier"];
const DAY_MS = 86_400_000;

/** The conversations by day, in the order given; groups without any are left out. */
export function groupedByDay(chats: Chat[], now: Date): ChatGroup[] {
  const groups = new Map<Span, Chat[]>(ORDER.map((span) => [span, []]));
  for (const chat of chats) groups.get(spanOf(chat, now))?.push(chat);
  return ORDER.map((span) => ({ span, chats: groups.get(span) ?? [] })).filter((group) => group.chats.length > 0);
}

function spanOf(chat: Chat, now: Date): Span {
  if (chat.is_favourite) return "favourite";
  const days = daysBetween(new Date(chat.created_at), now);
  if (days <= 0) return "today";
  if (days === 1) return "yesterday";
  return days < 7 ? "week" : "earlier";
}

/** Whole days of the calendar here; rounded, since a day may have 23 or 25 hours. */
function daysBetween(earlier: Date, later: Date): number {
  return Math.round((midnight(later) - midnight(earlier)) / DAY_MS);
}

function midnight(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}
