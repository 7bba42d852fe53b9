import type { Words } from "./words";

export const english: Words = {
  title: "What shall we do?",
  named: "Hello, {{name}}. What shall we do?",
  intro: "Every answer can be checked: by its reasons, its SQL, or the very place on the page.",
  noServices: {
    title: "No service is switched on here",
    text: "Your department has no service yet. An administrator of the platform can switch them on.",
    adminTitle: "You are signed in as an administrator of the platform",
    admin: "You set up departments, their services and users. To work in a service, sign in as a member of a department.",
    openAdmin: "To the administration",
  },
  services: {
    nomenclature: {
      title: "Match a price list",
      purpose: "Finds the catalogue's item for every name in a supplier's file: with candidates and reasons, ready for 1C.",
      begin: "Choose a file",
      recent: "Latest runs",
    },
    databases: {
      title: "Ask the database",
      purpose: "A question in plain words, answered by a table, a chart, and the SQL that can be checked.",
      begin: "Ask a question",
      recent: "Latest conversations",
    },
    documents: {
      title: "Ask the documents",
      purpose: "Finds the answer in contracts, rules and scans, and shows the place on the page.",
      begin: "Open the documents",
      recent: "Latest conversations",
    },
  },
};
