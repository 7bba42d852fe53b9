import { afterEach, describe, expect, it, vi } from "vitest";

import { copyText } from "./copyText";

const writeText = vi.fn<(text: string) => Promise<void>>();
const execCommand = vi.fn<(command: string) => boolean>();

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

function browserWith(clipboard: object | undefined) {
  vi.stubGlobal("navigator", { clipboard });
  Object.assign(document, { execCommand });
}

describe("copying a text", () => {
  it("goes by the clipboard of the browser where there is one", async () => {
    browserWith({ writeText });
    writeText.mockResolvedValue();
    expect(await copyText("ключ")).toBe(true);
    expect(writeText).toHaveBeenCalledWith("ключ");
    expect(execCommand).not.toHaveBeenCalled();
  });

  it("goes by a hidden field where the page has no https, and leaves no field behind", async () => {
    browserWith(undefined);
    let selected = "";
    execCommand.mockImplementation(() => {
      selected = document.querySelector("textarea")?.value ?? "";
      return true;
    });
    expect(await copyText("строка\tячейка")).toBe(true);
    expect(selected).toBe("строка\tячейка");
    expect(document.querySelector("textarea")).toBeNull();
  });

  it("tells where the browser lets neither happen", async () => {
    browserWith(undefined);
    execCommand.mockReturnValue(false);
    expect(await copyText("x")).toBe(false);
  });
});
