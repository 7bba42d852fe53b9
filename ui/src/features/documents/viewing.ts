import { createContext, useContext } from "react";

import type { Quotation } from "./answer/answer";

/** What the viewer shows, and the means to have it show something else. */
export type Viewing = {
  shown: { answerId: number | null; number: number } | null;
  openQuotation: (quotation: Quotation, answerId: number | null) => void;
  openDocument: (documentId: number) => void;
};

const nowhere: Viewing = { shown: null, openQuotation: () => undefined, openDocument: () => undefined };

export const ViewingContext = createContext<Viewing>(nowhere);

export function useViewing(): Viewing {
  return useContext(ViewingContext);
}
