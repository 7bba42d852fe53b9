import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the connection", () => {
  it("is lost when the server is not there, and found again by itself", async () => {
    let isThere = false;
    vi.stubGlobal("fetch", () => (isThere ? Promise.resolve(new Response("{}")) : Promise.reject(new TypeError())));
    const { connection, noAnswer, onConnectionChange } = await import("./connection");
    const told: string[] = [];
    onConnectionChange(() => told.push(connection()));

    noAnswer();
    noAnswer();
    await vi.advanceTimersByTimeAsync(10_000);
    isThere = true;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told).toEqual(["lost", "reached"]);
  });

  it("is not lost by one call that broke while the server is there", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("{}")));
    const { connection, noAnswer } = await import("./connection");
    noAnswer();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(connection()).toBe("reached");
  });
});
