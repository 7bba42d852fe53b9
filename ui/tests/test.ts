import { type APIRequestContext, type BrowserContext, expect, type Page, test as base } from "@playwright/test";

import { Guards } from "./scene/guards";
import { expectAccessible, keepScreenshots, type Views } from "./scene/looking";
import { type Person, Session } from "./scene/session";
import { DEMO_EMAIL, KEEPER_EMAIL } from "./scene/stack";
import { type Language, type Say, wordsOf } from "./scene/words";

export { expect };
export type { Page } from "@playwright/test";

export type Options = { language: Language };

type PerTest = {
  /** An access token of the person's sign-in; whoever asks for it is signed in. */
  token: string;
  /** What is watched in every test; `guards.allow(/…/)` names a complaint of the browser that this test expects. */
  guards: Guards;
  /** The page's own words in the language of this run: `say("documents", "library.upload")`. */
  say: Say;
  /** A page of somebody who is signed in as an administrator of the demo department; go where the test begins. */
  person: Page;
  /** The same of the platform's administrator, who belongs to no department. */
  keeper: Page;
  /** The API as the `person`, to prepare what a test needs. */
  api: APIRequestContext;
  /** One more browser of the same person: two people at the same work. */
  another: () => Promise<Page>;
  /** Keep the screen at both widths and in both themes; `of` is another page than the person's. */
  look: (name: string, views?: Views & { of?: Page }) => Promise<void>;
  /** Nothing serious found by axe on the screen as it is, in light and dark. */
  axe: (of?: Page, skipped?: readonly string[]) => Promise<void>;
};

type PerWorker = { demoSession: Session; keeperSession: Session };

export const test = base.extend<PerTest & Options, PerWorker>({
  language: ["ru", { option: true }],
  baseURL: async ({}, use) => use(stackUrl()),
  say: async ({ language }, use) => use(await wordsOf(language)),

  guards: [
    async ({}, use) => {
      const guards = new Guards();
      await use(guards);
      expect(guards.findings(), "what a page must never do").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, guards }, use) => use(watched(context, guards)),

  demoSession: [
    async ({}, use) => use(new Session({ email: DEMO_EMAIL, password: secret("SPRAVKA_E2E_PASSWORD") })),
    { scope: "worker" },
  ],
  keeperSession: [
    async ({}, use) => use(new Session({ email: KEEPER_EMAIL, password: process.env.SPRAVKA_E2E_KEEPER_PASSWORD ?? "" })),
    { scope: "worker" },
  ],

  token: async ({ context, demoSession }, use) => {
    await use(await demoSession.enter(context));
    await demoSession.leave(context);
  },
  person: async ({ page, token }, use) => {
    expect(token, "the person is signed in").toBeTruthy();
    await use(page);
  },
  keeper: async ({ browser, guards, keeperSession }, use, testInfo) => {
    testInfo.skip(!process.env.SPRAVKA_E2E_KEEPER_PASSWORD, "SPRAVKA_E2E_KEEPER_PASSWORD is not set");
    const context = watched(await browser.newContext(), guards);
    await keeperSession.enter(context);
    await use(await context.newPage());
    await keeperSession.leave(context);
    await context.close();
  },
  api: async ({ playwright, token }, use) => {
    const headers = { Authorization: `Bearer ${token}` };
    const api = await playwright.request.newContext({ baseURL: stackUrl(), extraHTTPHeaders: headers });
    await use(api);
    await api.dispose();
  },
  another: async ({ browser, guards }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const context = watched(await browser.newContext(), guards);
      opened.push(context);
      await new Session(demoPerson()).enter(context);
      return await context.newPage();
    });
    for (const context of opened) await context.close();
  },

  look: async ({ page }, use, testInfo) => {
    await use((name, { of = page, ...views } = {}) => keepScreenshots(of, testInfo, name, views));
  },
  axe: async ({ page }, use, testInfo) => use((of = page, skipped = []) => expectAccessible(of, testInfo, skipped)),
});

function watched(context: BrowserContext, guards: Guards): BrowserContext {
  guards.watch(context, new URL(stackUrl()).host);
  return context;
}

function demoPerson(): Person {
  return { email: DEMO_EMAIL, password: secret("SPRAVKA_E2E_PASSWORD") };
}

/** Known from the set-up on; the stack of somebody at work is named by the same variables. */
function stackUrl(): string {
  return secret("SPRAVKA_E2E_URL");
}

function secret(name: string): string {
  const found = process.env[name];
  if (!found) throw new Error(`${name} is not set`);
  return found;
}
