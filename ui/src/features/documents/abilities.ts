import { useQuery } from "@tanstack/react-query";

import { api, given } from "@/api/client";

/** What documents can be done with here: whether a language model answers, whether scans are read. */
export function useAbilities() {
  return useQuery({
    queryKey: ["documents", "abilities"],
    queryFn: () => given(api.GET("/api/v1/document-abilities")),
    staleTime: 10 * 60_000,
  });
}
