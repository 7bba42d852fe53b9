import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { useDraft } from "./useDraft";

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const typed = (key: string) => renderHook(({ name }) => useDraft(name, ""), { initialProps: { name: key } });

describe("what is typed into a form", () => {
  it("is there again after the page was loaded anew", () => {
    const first = typed("chat.1");
    act(() => first.result.current[1]("сколько отгружено"));
    first.unmount();
    expect(typed("chat.1").result.current[0]).toBe("сколько отгружено");
  });

  it("is kept by form: another one begins with its own", () => {
    const form = typed("chat.1");
    act(() => form.result.current[1]("первый"));
    form.rerender({ name: "chat.2" });
    expect(form.result.current[0]).toBe("");
    form.rerender({ name: "chat.1" });
    expect(form.result.current[0]).toBe("первый");
  });

  it("is gone once it is sent", () => {
    const form = typed("chat.1");
    act(() => form.result.current[1]("отправлено"));
    act(() => form.result.current[2]());
    expect(form.result.current[0]).toBe("");
    expect(typed("chat.1").result.current[0]).toBe("");
  });

  it("that cannot be read is begun anew", () => {
    sessionStorage.setItem("spravka.draft.chat.1", "{");
    expect(typed("chat.1").result.current[0]).toBe("");
  });
});
