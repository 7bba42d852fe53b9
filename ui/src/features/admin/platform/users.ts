import { api, given, type Schemas } from "@/api/client";
import { useKeysetPages } from "@/pieces/useKeysetPages";

import { useDeed } from "../useDeed";

export type User = Schemas["UserOut"];

const listKey = ["admin", "users"];

export function useUsers() {
  return useKeysetPages(listKey, (query) => given(api.GET("/api/v1/users", { params: { query } })));
}

export function useNewUser() {
  return useDeed((body: Schemas["NewUser"]) => given(api.POST("/api/v1/users", { body })), [listKey]);
}

export function useUserChange() {
  return useDeed(
    ({ userId, ...body }: Schemas["UserChange"] & { userId: number }) =>
      given(api.PATCH("/api/v1/users/{user_id}", { params: { path: { user_id: userId } }, body })),
    [listKey, ["me"]],
  );
}
