import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";

import { pagesKey } from "../library/documents";

export type FoundPlace = Schemas["FoundPlaceOut"];

/** Where words stand in a document; the former places stand until the new ones are there. */
export function useFoundPlaces(documentId: number, text: string, readyPageCount: number) {
  return useQuery({
    queryKey: [...pagesKey, "places", documentId, text, readyPageCount],
    enabled: text !== "",
    placeholderData: keepPreviousData,
    queryFn: () => {
      const params = { path: { document_id: documentId }, query: { text } };
      return given(api.GET("/api/v1/documents/{document_id}/places", { params }));
    },
  });
}
