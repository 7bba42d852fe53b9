import { fileEnglish } from "./fileEnglish";
import type { Words } from "./words";

export const english: Words = {
  copy: { copy: "Copy", copied: "Copied", refused: "The browser does not let the page copy. Select the text and copy it." },
  confirm: { cancel: "Cancel", close: "Close" },
  table: { more: "Show more", loading: "Loading…", nothing: "Nothing here yet." },
  file: fileEnglish,
  groups: {
    label: "Groups",
    find: "Find a group",
    none: "No such group.",
    of_one: "{{name}}, {{count, number}} item",
    of_other: "{{name}}, {{count, number}} items",
  },
  job: {
    status: { queued: "Waiting its turn", started: "In progress", finished: "Done", failed: "Failed", cancelled: "Cancelled" },
    stage: {
      structure: "Reading tables and keys",
      values: "Collecting values",
      indexing: "Indexing",
      replaying: "Running the examples",
      importing: "Bringing the items in",
      embedding: "Computing vectors",
      training: "Training the classifier",
      mapping: "Matching names",
    },
    progress: "{{ready}} of {{total}}",
    known: "{{ready}} done",
    again: "resumed, attempt {{attempt}}",
    cancel: "Cancel",
  },
};
