import { noAnswer } from "./connection";
import { failureOf, Refused, Unreachable } from "./problems";
import { accessToken, tokenRefused } from "./session";

/** The server says something every 15 seconds, if only that it is there. */
const SILENT_AFTER_MS = 40_000;

/** A server-sent event, its data read as JSON. */
type StreamEvent = { event: string; data: unknown };

/**
 * The events of a stream as they come. `body` makes it a POST. Ends where the server ends it; throws
 * {@link Unreachable} where the connection breaks before.
 */
export async function* events(path: string, body?: unknown, signal?: AbortSignal): AsyncGenerator<StreamEvent> {
  const answer = await open(path, body, signal);
  if (!answer.ok || !answer.body) throw await failureOf(answer);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = "";
  try {
    for (;;) {
      const { done, value } = await readInTime(reader);
      if (done) return;
      waiting += value.replaceAll("\r\n", "\n");
      const blocks = waiting.split("\n\n");
      waiting = blocks.pop() ?? "";
      for (const block of blocks) {
        const told = eventOf(block);
        if (told) yield told;
      }
    }
  } catch (error) {
    if (signal?.aborted) return;
    throw error instanceof Refused ? error : unreachable();
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** A connection that was lost without a word (a laptop that slept, a network that was changed) is silent for ever. */
async function readInTime(reader: ReadableStreamDefaultReader<string>): Promise<ReadableStreamReadResult<string>> {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, fail) => {
    clock = setTimeout(() => fail(new Error("silent")), SILENT_AFTER_MS);
  });
  try {
    return await Promise.race([reader.read(), silence]);
  } finally {
    clearTimeout(clock);
  }
}

async function open(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const token = await accessToken();
  const headers: Record<string, string> = {
    Authorization: `Bearer ${token}`,
    Accept: "text/event-stream",
  };
  const told = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    const answer = await fetch(path, { ...told, headers, ...(signal ? { signal } : {}) });
    if (answer.status === 401) tokenRefused(token);
    return answer;
  } catch {
    throw signal?.aborted ? new Unreachable() : unreachable();
  }
}

function unreachable(): Unreachable {
  void noAnswer();
  return new Unreachable();
}

/** One event of the stream (HTML standard, 9.2.6); none for comments that only keep the connection open. */
function eventOf(block: string): StreamEvent | null {
  let name = "message";
  const lines: string[] = [];
  for (const line of block.split("\n")) {
    if (line.startsWith("event:")) name = line.slice(6).trim();
    else if (line.startsWith("data:")) lines.push(line.slice(5).replace(/^ /, ""));
  }
  return lines.length === 0 ? null : { event: name, data: JSON.parse(lines.join("\n")) as unknown };
}
