import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";

import { type Problem, Refused, Unreachable } from "@/api/problems";
import { loadProblemWords } from "@/language/problemWords";

import { show } from "./testing";
import { Trouble } from "./Trouble";

beforeAll(() => Promise.all([loadProblemWords("ru"), loadProblemWords("en")]));
afterEach(cleanup);

const refused = (slug: string, members: Partial<Problem> = {}) =>
  new Refused({ type: `/static/docs/problems#${slug}`, title: "The title", status: 422, ...members });

describe("a trouble", () => {
  it("is told in Russian with its facts, and without the server's English where that adds nothing", async () => {
    const error = refused("too-many-pages", { detail: "The document has 900 pages; 500 are read.", pages: 900, limit: 500 });
    await show(<Trouble error={error} />);
    expect(screen.getByRole("alert").textContent).toBe("Слишком много страницВ документе их 900, читается не больше 500: разделите его.");
  });

  it("keeps the server's own words under the details where they have further facts", async () => {
    await show(<Trouble error={refused("unknown-format", { detail: "The file is a ZIP archive.", found: "a ZIP archive", advice: "" })} />);
    expect(screen.getByText("Подробности")).toBeTruthy();
    expect(screen.getByText("The file is a ZIP archive.").closest("details")?.open).toBe(false);
  });

  it("is told in English by the server where the page has no better words", async () => {
    await show(<Trouble error={refused("too-many-rows", { title: "There are too many rows", detail: "Send them in parts." })} />, "en");
    expect(screen.getByRole("alert").textContent).toBe("There are too many rowsSend them in parts.");
  });

  it("of the server itself names the request to tell the administrator", async () => {
    await show(<Trouble error={refused("unexpected", { status: 500, request_id: "abc-1" })} />);
    expect(screen.getByText(/abc-1/)).toBeTruthy();
  });

  it("of something before the server is told by its status", async () => {
    await show(<Trouble error={new Refused({ type: "about:blank", title: "Payload Too Large", status: 413 })} />);
    expect(screen.getByText(/Возьмите файл поменьше/)).toBeTruthy();
    expect(screen.queryByText(/Payload/)).toBeNull();
  });

  it.each([
    [422, 0],
    [413, 0],
    [503, 1],
  ])("with status %i offers to try again only where that may help", async (status, buttons) => {
    await show(<Trouble error={refused("empty-file", { status })} onAgain={() => undefined} />);
    expect(screen.queryAllByRole("button", { name: "Попробовать ещё раз" })).toHaveLength(buttons);
  });

  it("of the connection says what to do", async () => {
    await show(<Trouble error={new Unreachable()} />);
    expect(screen.getByText(/Сервер не отвечает/)).toBeTruthy();
  });
});
