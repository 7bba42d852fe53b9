import { afterEach, expect, it, vi } from "vitest";

import { patiently } from "./patiently";

afterEach(() => vi.unstubAllGlobals());

it("a part of the page that could not be loaded is loaded when the server is there again", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("{}")));
  const load = vi.fn().mockRejectedValueOnce(new TypeError("Failed to fetch")).mockResolvedValue("the part");
  await expect(patiently(load)).resolves.toBe("the part");
});

it("a part that is not there at all is told of", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("{}")));
  await expect(patiently(() => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
});
