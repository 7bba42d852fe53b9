import { useRef } from "react";

import type { Asking } from "./asking";
import type { AnyAnswer, Assistant } from "./assistant";
import classes from "./chat.module.css";
import type { Message } from "./chats";
import { Entry, LiveEntry } from "./Entry";
import { useNewestInSight } from "./useNewestInSight";

type Props<Answer extends AnyAnswer> = {
  assistant: Assistant<Answer>;
  messages: Message[];
  asking: Asking | null;
  onAsk: (query: string, followedId?: number | null) => void;
  onFollow: (message: Message) => void;
};

/** What was asked and answered, in order; a new question moves to the top of what is seen, its answer grows below. */
export function Thread<Answer extends AnyAnswer>({ assistant, messages, asking, onAsk, onFollow }: Props<Answer>) {
  const column = useRef<HTMLDivElement>(null);
  const live = asking && asking.error === null ? asking : null;
  const kept = messages.filter((message) => message.id !== live?.messageId);
  useNewestInSight(column, kept.length + (live ? 1 : 0));

  return (
    <div className={classes.column} ref={column}>
      {kept.map((message, index) => (
        <Entry
          key={message.id}
          assistant={assistant}
          message={message}
          follows={followedBefore(kept, index)}
          isLast={!live && index === kept.length - 1}
          onAsk={(query, followedId = message.id) => onAsk(query, followedId)}
          onFollow={onFollow}
        />
      ))}
      {live && <LiveEntry assistant={assistant} asking={live} />}
    </div>
  );
}

/** The question that this one follows, where it is not simply the one before it. */
export function followedBefore(messages: Message[], index: number): Message | null {
  const followedId = messages[index]?.connected_message_id;
  if (!followedId || messages[index - 1]?.id === followedId) return null;
  return messages.find((one) => one.id === followedId) ?? null;
}
