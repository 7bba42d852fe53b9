import { afterEach, expect, it, vi } from "vitest";

import { PartMissing, patiently } from "./patiently";

afterEach(() => vi.unstubAllGlobals());

it("a part of the page that could not be loaded is loaded when the server is there again", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("{}")));
  const load = vi.fn().mockRejectedValueOnce(new TypeError("Failed to fetch")).mockResolvedValue("the part");
  await expect(patiently(load)).resolves.toBe("the part");
});

it("a part that a server which answers does not have is of an older version of the page", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("{}")));
  await expect(patiently(() => Promise.reject(new TypeError("Failed to fetch")))).rejects.toBeInstanceOf(PartMissing);
});
