import { useQuery, useQueryClient } from "@tanstack/react-query";

import { useEffect } from "react";

import { api, given, type Schemas } from "@/api/client";

import { type Document, pagesKey } from "../library/documents";

export type Page = Omit<Schemas["PageOut"], "blocks"> & { blocks: Block[] };

export type Block = {
  kind: "heading" | "paragraph" | "list_item" | "table_header" | "table_row" | "caption" | "contents" | "running_title";
  first: number;
  end: number;
  level: number;
  cells: [number, number][];
  goes_on: boolean;
};

const NEVER_OLD = { staleTime: Infinity, gcTime: 5 * 60_000 };
/** Pictures are asked for in few widths, so that a wider window or a step of zoom mostly finds one that is there. */
const WIDTHS = [600, 900, 1_200, 1_600, 2_000, 2_400] as const;

/** The words of a page and what they make up. */
export function usePage(documentId: number, number: number, isWanted: boolean) {
  return useQuery({
    queryKey: [...pagesKey, "words", documentId, number],
    enabled: isWanted,
    queryFn: async () => {
      const params = { path: { document_id: documentId, page_number: number } };
      const told = await given(api.GET("/api/v1/documents/{document_id}/pages/{page_number}", { params }));
      return told as unknown as Page;
    },
    ...NEVER_OLD,
  });
}

function pictureQuery(documentId: number, number: number, width: number) {
  return {
    queryKey: [...pagesKey, "picture", documentId, number, width],
    queryFn: () => readPicture(documentId, number, width),
    ...NEVER_OLD,
  };
}

/** The page as a picture, at least as wide as it is shown. While a wider one comes, the narrower stands. */
export function usePicture(documentId: number, number: number, shownWidth: number) {
  const width = widthFor(shownWidth);
  return useQuery({
    ...pictureQuery(documentId, number, width),
    enabled: shownWidth > 0,
    placeholderData: (before, query) => (isOfPage(query?.queryKey, documentId, number) ? before : undefined),
  });
}

/** Once a page is seen, the next and the one before are fetched: turning to them takes no time. */
export function useNeighbours({ id, ready_page_count: count }: Document, number: number, shownWidth: number, isSeen: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isSeen || shownWidth <= 0) return;
    const others = [number + 1, number - 1].filter((one) => one >= 1 && one <= count);
    for (const other of others) void queries.prefetchQuery(pictureQuery(id, other, widthFor(shownWidth)));
  }, [queries, id, count, number, shownWidth, isSeen]);
}

async function readPicture(documentId: number, number: number, width: number): Promise<Blob> {
  const params = { path: { document_id: documentId, page_number: number }, query: { width } };
  const path = "/api/v1/documents/{document_id}/pages/{page_number}/image";
  return (await given(api.GET(path, { params, parseAs: "blob" }))) as Blob;
}

function isOfPage(key: readonly unknown[] | undefined, documentId: number, number: number): boolean {
  return key !== undefined && key[3] === documentId && key[4] === number;
}

export function widthFor(shownWidth: number): number {
  return WIDTHS.find((width) => width >= shownWidth) ?? 2_400;
}
