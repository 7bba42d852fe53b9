import { useSyncExternalStore } from "react";

import type { Schemas } from "@/api/client";

import { send } from "./sending";

/** A file on its way to the server, and what became of it. */
export type Upload = {
  key: number;
  name: string;
  size: number;
  state: "waiting" | "sending" | "kept" | "known" | "failed";
  /** Of its bytes, 0…1. */
  sentShare: number;
  document: Schemas["DocumentOut"] | null;
  error: unknown;
};

type Queued = Upload & { file: File; folderId: number | null; tenantId: number; stop: AbortController };

/** More at once would only share the same line. */
const AT_ONCE = 2;

/**
 * Files go on being sent while other pages are open, so their queue is kept outside of any. What is sent belongs to
 * the department that was open when it was dropped: after a change of department the rest is not sent at all.
 */
let queue: Queued[] = [];
let lastKey = 0;
const listeners = new Set<() => void>();

export function useUploads(): Upload[] {
  return useSyncExternalStore(listen, () => queue);
}

export function uploadFiles(files: File[], folderId: number | null, tenantId: number): void {
  const added = files.map((file): Queued => {
    lastKey += 1;
    const begun = { key: lastKey, name: file.name, size: file.size, state: "waiting", sentShare: 0 } as const;
    return { ...begun, document: null, error: null, file, folderId, tenantId, stop: new AbortController() };
  });
  put([...queue, ...added]);
  sendNext();
}

/** Stop sending it where it is not sent yet, and take it from the list. */
export function dropUpload(key: number): void {
  queue.find((one) => one.key === key)?.stop.abort();
  put(queue.filter((one) => one.key !== key));
  sendNext();
}

export function sendAgain(key: number): void {
  change(key, { state: "waiting", sentShare: 0, error: null });
  sendNext();
}

/** Take from the list what needs nobody's attention. */
export function clearUploads(): void {
  put(queue.filter(isOnItsWay));
}

/** The department has changed: what was dropped for another is stopped and forgotten. */
export function keepUploadsOf(tenantId: number): void {
  const others = queue.filter((one) => one.tenantId !== tenantId);
  if (others.length === 0) return;
  others.forEach((one) => one.stop.abort());
  put(queue.filter((one) => one.tenantId === tenantId));
}

export function isOnItsWay(upload: Pick<Upload, "state">): boolean {
  return upload.state === "waiting" || upload.state === "sending";
}

function sendNext(): void {
  const free = AT_ONCE - queue.filter((one) => one.state === "sending").length;
  for (const upload of queue.filter((one) => one.state === "waiting").slice(0, Math.max(free, 0))) void sendOne(upload);
}

async function sendOne({ key, file, folderId, tenantId, stop }: Queued): Promise<void> {
  change(key, { state: "sending" });
  try {
    const onProgress = (sentShare: number) => change(key, { sentShare });
    const received = await send({ file, folderId, tenantId, onProgress, signal: stop.signal });
    change(key, { state: received.is_new ? "kept" : "known", sentShare: 1, document: received.document });
  } catch (error) {
    change(key, { state: "failed", error });
  }
  sendNext();
}

function change(key: number, part: Partial<Queued>): void {
  put(queue.map((one) => (one.key === key ? { ...one, ...part } : one)));
}

function put(next: Queued[]): void {
  queue = next;
  warnOnLeaving(queue.some(isOnItsWay));
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The browser asks before it throws away files that are not sent yet. */
function warnOnLeaving(isWanted: boolean): void {
  if (isWanted) window.addEventListener("beforeunload", prevent);
  else window.removeEventListener("beforeunload", prevent);
}

function prevent(event: Event): void {
  event.preventDefault();
}
