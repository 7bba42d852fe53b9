/** The words of the frame around the features: both languages have all of them. */
export type Words = {
  product: string;
  navigation: Record<
    "label" | "home" | "skip" | "nomenclature" | "catalogues" | "database" | "documents" | "admin" | "open" | "close",
    string
  >;
  header: Record<"menu" | "department" | "language" | "theme" | "light" | "dark" | "auto" | "account" | "help" | "api" | "signOut", string>;
  signIn: Record<"intro" | "email" | "password" | "submit" | "show" | "over" | "forgotten" | "tooMany" | "wait", string>;
  trouble: Record<
    "title" | "unreachable" | "unknown" | "status" | "tooLarge" | "requestId" | "again" | "details" | "notFound" | "notFoundText" | "goHome",
    string
  >;
  /** The page itself has broken. */
  broken: Record<"title" | "text" | "reload" | "outdated" | "outdatedText", string>;
  /** A service that the department does not have, or that is asked for outside all departments. */
  gate: Record<"switchedOff" | "noDepartment", Record<"title" | "text", string>>;
  /** The role has changed while the page was open. */
  role: Record<"title" | "text", string>;
  /** Words that the server names facts by: roles, services, spans of time. */
  facts: Record<string, string>;
  connection: Record<"lost" | "back" | "away" | "awayText", string>;
  actions: Record<"save" | "cancel" | "delete" | "close", string>;
};
