import type { Counted } from "@/language/plurals";

/** A reason that a document or a file has, and what to do. */
type Reason = { title: string; advice: string };

type ReasonName =
  | "document-protected"
  | "document-damaged"
  | "nothing-to-read"
  | "indexing-stopped"
  | "indexing-broke"
  | "embedding-stopped"
  | "embedding-broke"
  | "department-changed"
  | "unreachable"
  | "unknown";

/** The words of the documents' page. */
export type Words = {
  library: Record<"title" | "open" | "upload" | "uploadHere" | "drop" | "dropInto" | "newFolder" | "newFolderHere" | "search", string> &
    Record<"allAsked" | "askAll" | "askFolder" | "askDocument" | "menu" | "rename" | "name" | "move" | "moveMenu", string> &
    Record<"moveTitle" | "moveTo" | "top" | "readAgain" | "stopReading" | "othersDocument" | "more", string> &
    Record<"empty" | "emptyFolder" | "nothingFound" | "deleteDocument" | "deleteDocumentText" | "deleteFolder", string> &
    Record<"deleteFolderText" | "deleteEmptyFolderText", string> &
    Counted<"someAsked"> &
    Counted<"documentsInside"> &
    Counted<"foldersInside">;
  sides: Record<"library" | "viewer", string>;
  standing: Record<"queued" | "reading" | "readingUncounted" | "embedding" | "failed" | "stopped" | "why", string> &
    Record<"noRecognition" | "unclear" | "embeddingHint", string> &
    Counted<"ready"> &
    Counted<"unrecognised"> &
    Counted<"readAnyway">;
  uploads: Record<"title" | "over" | "clear" | "waiting" | "checking" | "known" | "progress" | "all", string> &
    Record<"again" | "stop" | "remove", string> &
    Record<"keptCount" | "knownCount" | "failedCount", string> &
    Counted<"sending">;
  scope: Record<"label" | "all" | "goneFolder" | "goneDocument" | "remove" | "quotedOnly" | "quotedOnlyHint", string> &
    Counted<"more">;
  welcome: Record<"noDocuments" | "upload" | "kinds" | "ask" | "hintQuote" | "hintScope" | "hintFollow", string>;
  stages: Record<"search" | "quotations" | "llm", string> & Counted<"places">;
  answer: Record<"page" | "sheet" | "openCitation" | "sources" | "unsupported" | "partly" | "missing" | "notFound", string> &
    Record<"notFoundAdvice" | "notReady" | "readPages" | "cancelled" | "again", string> &
    Counted<"near"> &
    Counted<"closest">;
  viewer: Record<"title" | "close" | "gone" | "goneText" | "loading" | "noWords" | "notRead" | "pageOf" | "page", string> &
    Record<"of" | "previous" | "next" | "asPicture" | "asWords" | "zoomIn" | "zoomOut" | "zoomFit", string> &
    Record<"find" | "findBefore" | "findAfter" | "findClose" | "findNone" | "findAt", string> &
    Record<"link" | "linkCopied" | "linkRefused" | "original" | "notYet" | "noPage", string> &
    Record<"quotation" | "quotationBefore" | "quotationAfter", string>;
  reasons: Record<ReasonName, Reason>;
};
