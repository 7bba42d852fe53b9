/** The words of the shared parts of screens. */
export type Words = {
  copy: Record<"copy" | "copied" | "refused", string>;
  confirm: Record<"cancel" | "close", string>;
  table: Record<"more" | "loading" | "nothing", string>;
  download: Record<"download" | "failed", string>;
  job: {
    status: Record<"queued" | "started" | "finished" | "failed" | "cancelled", string>;
    /** Stages by the server's names; one that is not here is shown as the server names it. */
    stage: Record<string, string>;
    progress: string;
    known: string;
    again: string;
    cancel: string;
    waiting: string;
  };
};
