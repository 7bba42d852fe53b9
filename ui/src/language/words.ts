/** The words of the frame around the features: both languages have all of them. */
export type Words = {
  product: string;
  navigation: Record<"nomenclature" | "database" | "documents" | "admin" | "open" | "close", string>;
  header: Record<"department" | "language" | "theme" | "light" | "dark" | "auto" | "help" | "api" | "signOut", string>;
  signIn: Record<"title" | "intro" | "email" | "password" | "submit" | "over", string>;
  trouble: Record<
    "title" | "unreachable" | "requestId" | "again" | "details" | "notFound" | "goHome" | "noModes",
    string
  >;
  actions: Record<"save" | "cancel" | "delete" | "close" | "copy" | "copied" | "back", string>;
};
