import { api, given, type Schemas } from "@/api/client";
import { useKeysetPages } from "@/pieces/useKeysetPages";

import { useDeed } from "../useDeed";

export type ApiKey = Schemas["ApiKeyOut"];

const listKey = ["admin", "keys"];

export function useApiKeys() {
  return useKeysetPages(listKey, (query) => given(api.GET("/api/v1/api-keys", { params: { query } })));
}

export function useNewApiKey() {
  return useDeed((body: Schemas["NewApiKey"]) => given(api.POST("/api/v1/api-keys", { body })), [listKey]);
}

export function useRevocation() {
  return useDeed(
    async (keyId: number) => {
      await api.DELETE("/api/v1/api-keys/{api_key_id}", { params: { path: { api_key_id: keyId } } });
    },
    [listKey],
  );
}
