import type { Schemas } from "@/api/client";
import { api, given } from "@/api/client";
import { problemOf, Refused, Unreachable } from "@/api/problems";
import { accessToken } from "@/api/session";

type Sent = {
  file: File;
  folderId: number | null;
  tenantId: number;
  onProgress: (sentShare: number) => void;
  signal: AbortSignal;
};

/** Thrown where another department has been opened before the file was sent. */
export class DepartmentChanged extends Error {}

/** Sends a file as nothing but XMLHttpRequest can: with the share of its bytes that is sent. */
export async function send(sent: Sent): Promise<Schemas["ReceivedOut"]> {
  const me = await given(api.GET("/api/v1/users/me"));
  if (me.current_tenant_id !== sent.tenantId) throw new DepartmentChanged();
  const token = await accessToken();
  const request = await ended(sent, token);
  if (request.status === 0) throw new Unreachable();
  const answer = new Response(request.responseText, { status: request.status, statusText: request.statusText });
  if (!answer.ok) throw new Refused(await problemOf(answer));
  const [received] = (await answer.json()) as Schemas["ReceivedOut"][];
  if (!received) throw new Unreachable();
  return received;
}

function ended({ file, folderId, onProgress, signal }: Sent, token: string): Promise<XMLHttpRequest> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("files", file, file.name);
    request.open("POST", folderId === null ? "/api/v1/documents" : `/api/v1/documents?folder_id=${folderId}`);
    request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onloadend = () => resolve(request); // status 0: it broke, or was stopped
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}
