import { problemWordsLoaded } from "@/language/problemWords";

import { noAnswer } from "./connection";
import { failureOf, Refused, Unreachable } from "./problems";
import { accessToken, tokenRefused } from "./session";

/** Told which part of a form's bytes, 0…1, has been sent. */
export type OnSent = (share: number) => void;

/** Posts a form as nothing but XMLHttpRequest can: telling how much of it is sent; throws Refused, Unreachable. */
export async function postForm<Answer>(path: string, form: FormData, onSent: OnSent, signal?: AbortSignal): Promise<Answer> {
  const token = await accessToken();
  signal?.throwIfAborted();
  const request = await ended(path, token, form, onSent, signal);
  if (request.status === 0) {
    if (!signal?.aborted) void noAnswer();
    throw new Unreachable();
  }
  const answer = new Response(request.responseText, { status: request.status, statusText: request.statusText });
  if (answer.ok) return (await answer.json()) as Answer;
  if (answer.status === 401) tokenRefused(token);
  throw await failureOf(answer);
}

/** Throws what the server would answer to a larger file, which it can only after the whole of it has been sent. */
export async function refuseLarger(file: File, limitBytes: number): Promise<void> {
  if (file.size <= limitBytes) return;
  await problemWordsLoaded();
  throw new Refused({ type: "file-too-large", title: "The file is too large", status: 413, limit_bytes: limitBytes });
}

function ended(path: string, token: string, form: FormData, onSent: OnSent, signal?: AbortSignal): Promise<XMLHttpRequest> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onloadend = () => resolve(request); // status 0: it broke, or was stopped
    signal?.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}
