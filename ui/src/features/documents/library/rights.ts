import { useMe, useTenant } from "@/api/me";

import type { Document } from "./documents";

/** Whether the user may rename, move, delete a document: his own, an administrator of the department everybody's. */
export function useMayChange(document: Document): boolean {
  const me = useMe().data;
  const isAdmin = useTenant()?.role === "admin";
  return isAdmin || (me !== undefined && me.id === document.uploaded_by_id);
}
