import type { Words } from "./words";

/** What is said of a file of rows before anything is made of it. */
export const fileEnglish: Words["file"] = {
  letGo: "Let go to look at the file",
  other: "Another file",
  sending: "Sending the file: {{share}}",
  sheet: "Sheet",
  column: "Column {{letters}}",
  firstRows: "The first rows of the file",
  howRead: "How the file was read",
  notes: {
    encoding: "The encoding of the text is {{value}}.",
    characters_replaced: "{{value}} unreadable characters were replaced by �.",
    one_column: "There is one column: nothing divides the lines evenly.",
    unclosed_quotes: "{{value}} lines open a quote that is never closed; taken as written.",
    sheet_chosen: "The sheet “{{value}}” is read.",
    hidden_sheets: "Hidden sheets are not read: {{value}}.",
    odd_formulas: "{{value}} rows have formulas with an error or never calculated.",
    html: "The file is a web page; its longest table is read.",
    control_characters_removed: "Control characters were removed from {{value}} cells.",
    no_header: "No header was found: the columns are named by their letters.",
    header_found: "The header is in row {{value}}.",
    rows_above_header: "{{value}} rows above the header are no part of the table.",
    merged_cells_filled: "{{value}} cells were filled from the merged cell above them.",
  },
};
