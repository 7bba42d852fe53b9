import type { Span } from "../days";

/** The words of conversations. */
export type Words = {
  chats: Record<"title" | "open" | "new" | "none" | "untitled" | "rename" | "name" | "favourite" | "unfavourite", string> &
    Record<"menu" | "delete" | "deleteAsk" | "deleteText" | "search" | "nothingLikeIt", string>;
  spans: Record<Span, string>;
  composer: Record<"label" | "placeholder" | "send" | "stop" | "stopping" | "hint" | "busyHint" | "followsUp" | "notFollow", string>;
  thread: Record<"label" | "question" | "answer" | "working" | "waiting" | "lost" | "gone" | "deleted", string> &
    Record<"follows" | "followUp" | "copyQuestion", string>;
  stages: Record<"done" | "skipped" | "failed" | "running", string> & Record<"seconds", string>;
  marks: Record<"like" | "dislike" | "liked" | "disliked" | "why" | "given" | "reasonHint" | "save" | "skip", string>;
  reviews: Record<"open" | "label" | "placeholder" | "send" | "none", string>;
};
