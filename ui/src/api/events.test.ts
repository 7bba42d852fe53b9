import { afterEach, expect, test, vi } from "vitest";

import { events } from "./events";
import { Unreachable } from "./problems";

vi.mock("./session", () => ({ accessToken: async () => "token", tokenRefused: () => undefined }));
vi.mock("./connection", () => ({ noAnswer: async () => undefined }));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A stream that the test writes to. */
function opened(): (text: string) => void {
  let writer: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (writer = controller) });
  vi.stubGlobal("fetch", async () => new Response(body));
  return (text) => writer?.enqueue(new TextEncoder().encode(text));
}

test("a stream that falls silent is given up; one that only says it is there is not", async () => {
  vi.useFakeTimers();
  const say = opened();
  const told = events("/api/v1/chats/5/messages", {});
  const first = told.next();
  await vi.advanceTimersByTimeAsync(30_000);
  say(": ping\n\n");
  await vi.advanceTimersByTimeAsync(30_000);
  say('event: kept\ndata: {"message_id": 7}\n\n');
  expect((await first).value).toEqual({ event: "kept", data: { message_id: 7 } });
  const lost = told.next().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await lost).toBeInstanceOf(Unreachable);
});
