import type { Document } from "./documents";

/** How a document stands, in a word and in pages. */
export type Standing = {
  /** A name among the words of `standing`. */
  word: "queued" | "reading" | "readingUncounted" | "embedding" | "ready" | "failed" | "stopped";
  tone: "busy" | "good" | "warn" | "bad";
  ready: number;
  total: number | null;
};

/** What the list says of a document; pages without words are a warning, whatever else is right. */
export function standingOf(document: Document): Standing {
  const { status, ready_page_count: ready, page_count: total } = document;
  const pages = { ready, total };
  if (status === "queued") return { word: "queued", tone: "busy", ...pages };
  if (status === "reading") return { word: total === null ? "readingUncounted" : "reading", tone: "busy", ...pages };
  if (status === "failed") return { word: "failed", tone: "bad", ...pages };
  if (status === "stopped") return { word: "stopped", tone: "warn", ...pages };
  const isLame = document.unrecognised_page_count > 0 || document.status_reason !== null;
  return { word: status, tone: isLame ? "warn" : status === "ready" ? "good" : "busy", ...pages };
}

/** The share of its pages that may be asked, 0…1; null until the pages are counted. */
export function readShare({ ready, total }: Standing): number | null {
  return total === null || total === 0 ? null : Math.min(ready / total, 1);
}
