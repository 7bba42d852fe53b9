/** The words of the first page. */
type ServiceWords = {
  title: string;
  /** What it gives, in a sentence. */
  purpose: string;
  /** The button that begins the work. */
  begin: string;
  /** Above what was done last. */
  recent: string;
};

export type Words = {
  title: string;
  named: string;
  intro: string;
  noServices: Record<"title" | "text" | "adminTitle" | "admin" | "openAdmin", string>;
  services: Record<"nomenclature" | "databases" | "documents", ServiceWords>;
};
