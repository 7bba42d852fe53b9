import type { Counted } from "@/language/plurals";

/** The words of the shared parts of screens. */
export type Words = {
  copy: Record<"copy" | "copied" | "refused", string>;
  confirm: Record<"cancel" | "close", string>;
  table: Record<"more" | "loading" | "nothing", string>;
  file: Record<"letGo" | "other" | "sending" | "sheet" | "column" | "firstRows" | "howRead", string> & {
    /** By the codes of the server; of a note that is not here nothing is said. */
    notes: Record<string, string>;
  };
  groups: Record<"label" | "find" | "none", string> & Counted<"of">;
  job: {
    status: Record<"queued" | "started" | "finished" | "failed" | "cancelled", string>;
    /** Stages by the server's names; one that is not here is shown as the server names it. */
    stage: Record<string, string>;
    progress: string;
    known: string;
    again: string;
    cancel: string;
  };
};
