/** The words of the page. Each feature keeps its own in a file beside it; these are of the frame around them. */
import type { Words } from "./words";

export const english: Words = {
  product: "Spravka",
  navigation: {
    nomenclature: "Item matching",
    database: "Database",
    documents: "Documents",
    admin: "Administration",
    open: "Open the menu",
    close: "Close the menu",
  },
  header: {
    department: "Department",
    language: "Language",
    theme: "Theme",
    light: "Light",
    dark: "Dark",
    auto: "As the system",
    help: "Documentation",
    api: "API",
    signOut: "Sign out",
  },
  signIn: {
    title: "Sign in",
    intro: "Your company's assistant. Nothing leaves your network.",
    email: "E-mail",
    password: "Password",
    submit: "Sign in",
    over: "Your sign-in has ended. What you typed is kept: sign in and go on.",
  },
  trouble: {
    title: "That did not work",
    unreachable: "The server does not answer. Check the connection; the page tries again by itself.",
    requestId: "Request {{id}}: tell it to your administrator.",
    again: "Try again",
    details: "What the server says",
    notFound: "There is no such page.",
    goHome: "To the first page",
    noModes: "No service is switched on for this department. Ask an administrator of the platform.",
  },
  actions: { save: "Save", cancel: "Cancel", delete: "Delete", close: "Close", copy: "Copy", copied: "Copied", back: "Back" },
};
