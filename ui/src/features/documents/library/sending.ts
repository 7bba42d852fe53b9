import type { Schemas } from "@/api/client";
import { api, given } from "@/api/client";
import { Unreachable } from "@/api/problems";
import { postForm, refuseLarger } from "@/api/sending";

type Sent = {
  file: File;
  folderId: number | null;
  tenantId: number;
  onProgress: (sentShare: number) => void;
  signal: AbortSignal;
};

/** Thrown where another department has been opened before the file was sent. */
export class DepartmentChanged extends Error {}

/** Sends a file that is not too large, telling the share of its bytes that is sent. */
export async function send(sent: Sent): Promise<Schemas["ReceivedOut"]> {
  const [me, abilities] = await Promise.all([given(api.GET("/api/v1/users/me")), given(api.GET("/api/v1/document-abilities"))]);
  if (me.current_tenant_id !== sent.tenantId) throw new DepartmentChanged();
  await refuseLarger(sent.file, abilities.file_limit_bytes);
  const form = new FormData();
  form.append("files", sent.file, sent.file.name);
  const path = sent.folderId === null ? "/api/v1/documents" : `/api/v1/documents?folder_id=${sent.folderId}`;
  const [received] = await postForm<Schemas["ReceivedOut"][]>(path, form, sent.onProgress, sent.signal);
  if (!received) throw new Unreachable();
  return received;
}
