import { beforeEach, describe, expect, it, vi } from "vitest";

type Form = Record<string, string>;

let asked: Form[] = [];
let answers: (() => Response)[] = [];

const tokens = (user: number, tenant: string | null = "zakupki") =>
  Response.json({
    access_token: `x.${btoa(JSON.stringify({ sub: String(user) }))}.x`,
    expires_in: 900,
    refresh_token: null,
    tenant: tenant && { tenant_id: 1, slug: tenant, name: tenant, role: "member" },
  });
const problem = (slug: string, status: number) => Response.json({ type: `/static/docs/problems#${slug}`, title: slug, status }, { status });

beforeEach(() => {
  asked = [];
  localStorage.clear();
  sessionStorage.clear();
  document.cookie = "spravka_signed_in=1; path=/";
  vi.resetModules();
  vi.stubGlobal("fetch", (_path: string, init: { body: URLSearchParams }) => {
    asked.push(Object.fromEntries(init.body));
    const answer = answers.shift();
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError("no network"));
  });
});

/** The module as a page that was just opened has it. */
const opened = () => import("./session");

describe("the sign-in of a tab", () => {
  it("goes on in the department of this tab, whatever another tab has chosen", async () => {
    answers = [() => tokens(1, "sklad"), () => tokens(1, "sklad")];
    const session = await opened();
    await session.signIn("ivan@firm.local", "secret");
    await session.resume();
    expect(asked.map((form) => form.tenant)).toEqual([undefined, "sklad"]);
  });

  it("goes on where the server says in place of a department one has left", async () => {
    localStorage.setItem("spravka.tenant", "gone");
    answers = [() => problem("no-such-membership", 403), () => tokens(1)];
    const session = await opened();
    expect(await session.resume()).toBe(true);
    expect(asked.map((form) => form.tenant)).toEqual(["gone", undefined]);
    expect(localStorage.getItem("spravka.tenant")).toBe("zakupki");
  });

  it("waits for the new refresh token where another tab has just taken the old one", async () => {
    answers = [() => problem("refresh-token-rotated", 409), () => tokens(1)];
    const session = await opened();
    expect(await session.resume()).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it("is over when it cannot go on, and what was open is still known to be somebody's", async () => {
    answers = [() => tokens(1), () => problem("sign-in-ended", 401)];
    const session = await opened();
    await session.signIn("ivan@firm.local", "secret");
    expect(await session.resume()).toBe(false);
    expect([session.isSignedIn(), session.hasBeenSignedIn()]).toEqual([false, true]);
  });

  it("is asked to go on when the server refuses its token, and stays while that is under way", async () => {
    answers = [() => tokens(1), () => tokens(1)];
    const session = await opened();
    await session.signIn("ivan@firm.local", "secret");
    session.tokenRefused(await session.accessToken());
    expect(session.isSignedIn()).toBe(true);
    await session.accessToken();
    expect(asked.map((form) => form.grant_type)).toEqual(["password", "refresh_token"]);
  });

  it("is not over where the server only does not answer", async () => {
    answers = [() => tokens(1)];
    const session = await opened();
    await session.signIn("ivan@firm.local", "secret");
    const { Unreachable } = await import("./problems");
    await expect(session.resume()).rejects.toBeInstanceOf(Unreachable);
    expect(session.isSignedIn()).toBe(true);
  });
});

describe("a browser in which nobody has signed in", () => {
  it("is not asked for a sign-in to go on with", async () => {
    document.cookie = "spravka_signed_in=; path=/; max-age=0";
    const session = await opened();
    expect(await session.resume()).toBe(false);
    expect(asked).toEqual([]);
  });

  it("is one where the sign-in has turned out to be over", async () => {
    answers = [() => problem("sign-in-ended", 401)];
    const session = await opened();
    await session.resume();
    expect(document.cookie).toBe("");
  });
});

describe("another department", () => {
  it("begins with a new page and its own drafts; those of the first are there when one is back", async () => {
    vi.stubGlobal("location", { pathname: "/documents", reload: vi.fn(), assign: vi.fn() });
    answers = [() => tokens(1, "zakupki"), () => tokens(1, "sklad"), () => tokens(1, "zakupki")];
    const session = await opened();
    await session.signIn("ivan@firm.local", "secret");
    sessionStorage.setItem("spravka.text.documents.new", "о договоре закупок");
    await session.switchTenant("sklad");
    expect([session.isPageLeaving(), sessionStorage.getItem("spravka.text.documents.new")]).toEqual([true, null]);
    expect(location.assign).toHaveBeenCalledWith("/documents");
    await session.switchTenant("zakupki");
    expect(sessionStorage.getItem("spravka.text.documents.new")).toBe("о договоре закупок");
    vi.unstubAllGlobals();
  });
});

describe("what was typed", () => {
  it("is nobody else's: another user of the tab does not find it", async () => {
    vi.stubGlobal("location", { reload: vi.fn(), assign: vi.fn() });
    answers = [() => tokens(1), () => tokens(2)];
    const session = await opened();
    await session.signIn("ivan@firm.local", "secret");
    sessionStorage.setItem("spravka.text.chat.1", "сколько");
    await session.signIn("anna@firm.local", "secret");
    expect(sessionStorage.getItem("spravka.text.chat.1")).toBeNull();
    expect(location.reload).toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});
