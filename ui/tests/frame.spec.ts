import type { BrowserContext, Page } from "@playwright/test";

import { DEMO_EMAIL } from "./scene/stack";
import type { Say } from "./scene/words";
import { expect, test } from "./test";

const TOKENS = "/api/v1/auth/token";
/** What the browser says of a sign-in that there is not, or not any more. */
const NOT_SIGNED_IN = /status of 401/;
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|status of 401/;

async function signIn(page: Page, say: Say, password = process.env.SPRAVKA_E2E_PASSWORD ?? ""): Promise<void> {
  await page.getByRole("textbox", { name: say("frame", "signIn.email"), exact: true }).fill(DEMO_EMAIL);
  await page.getByLabel(say("frame", "signIn.password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: say("frame", "signIn.submit") }).click();
}

/** As an administrator would, or the days that a sign-in lasts. */
async function endSignIn(context: BrowserContext): Promise<void> {
  const answer = await context.request.post(TOKENS, { form: { grant_type: "refresh_token", keep_in: "cookie" } });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  await context.request.post("/api/v1/auth/sign-out", { headers: { Authorization: `Bearer ${token}` } });
}

test("a stranger signs in, sees where to begin, and stays signed in after a reload until he leaves", async ({ page, say, look, axe, guards }) => {
  guards.allow(NOT_SIGNED_IN);
  await page.goto("/");
  await expect(page.getByRole("button", { name: say("frame", "signIn.submit") })).toBeVisible();
  await look("sign-in");
  await axe();

  await signIn(page, say, "not the password");
  await expect(page.getByRole("alert")).toBeVisible();
  await look("wrong-password", { widths: [390] });
  await axe();

  await signIn(page, say);
  const first = page.getByRole("link", { name: say("home", "services.nomenclature.begin") });
  await expect(first).toBeVisible();
  await look("home");
  await axe();

  await page.reload();
  await expect(first).toBeVisible();
  await page.getByRole("button", { name: say("frame", "header.menu") }).click();
  await page.getByRole("button", { name: say("frame", "header.signOut") }).click();
  await expect(page.getByRole("button", { name: say("frame", "signIn.submit") })).toBeVisible();
});

test("the language can be chosen before the sign-in, and language and theme at any time", async ({ page, language, say, axe }) => {
  const [other, otherName, ownName] = language === "ru" ? ["en", "English", "Русский"] : ["ru", "Русский", "English"];
  await page.goto("/");
  await page.getByRole("button", { name: otherName }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", other ?? "");
  await page.getByRole("button", { name: ownName }).click();
  await signIn(page, say);

  await page.getByRole("button", { name: say("frame", "header.menu") }).click();
  await page.getByText(say("frame", "header.dark"), { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await axe();
  await page.getByText(say("frame", "header.auto"), { exact: true }).click();
  await page.getByText(otherName ?? "", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", other ?? "");
  await page.getByText(ownName ?? "", { exact: true }).click();
  await expect(page.getByText(say("frame", "header.account"))).toBeVisible();
});

test("a sign-in that has ended keeps what was typed", async ({ page, context, say, look, axe, guards }) => {
  guards.allow(NOT_SIGNED_IN);
  await page.goto("/database");
  await signIn(page, say);
  const question = page.getByLabel(say("chat", "composer.label"));
  await question.fill("недописанный вопрос");
  await endSignIn(context);
  await page.getByRole("link", { name: say("frame", "navigation.catalogues") }).click();

  await expect(page.getByText(say("frame", "signIn.over"))).toBeVisible();
  await look("sign-in-over", { themes: ["light"] });
  await axe();
  await signIn(page, say);
  await expect(page.getByText(say("frame", "signIn.over"))).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("link", { name: say("frame", "navigation.database") }).click();
  await expect(question).toHaveValue("недописанный вопрос");
});

test("a lost connection is told calmly, and what was typed is there when it is back", async ({ person, context, say, look, axe, guards }) => {
  guards.allow(NO_NETWORK);
  await person.goto("/database");
  const question = person.getByLabel(say("chat", "composer.label"));
  await question.fill("вопрос без связи");
  await context.setOffline(true);
  await expect(person.getByText(say("frame", "connection.lost"))).toBeVisible();
  await look("connection-lost", { themes: ["dark"] });
  await axe();
  await context.setOffline(false);
  await expect(person.getByText(say("frame", "connection.back"))).toBeVisible();
  await expect(question).toHaveValue("вопрос без связи");
});

test("the keyboard goes past the menu, and to what a link has opened", async ({ person, say }) => {
  await person.goto("/");
  await expect(person.getByRole("link", { name: say("home", "services.nomenclature.begin") })).toBeVisible();
  await person.keyboard.press("Tab");
  await expect(person.getByRole("link", { name: say("frame", "navigation.skip") })).toBeFocused();
  await person.keyboard.press("Enter");
  await expect(person.getByRole("main")).toBeFocused();

  await person.getByRole("link", { name: say("frame", "navigation.catalogues") }).focus();
  await person.keyboard.press("Enter");
  await expect(person).toHaveTitle(`${say("frame", "navigation.catalogues")} — ${say("frame", "product")}`);
  await expect(person.getByRole("main")).toBeFocused();
});

test("on a phone the menu is behind one button, and closes behind what it opens", async ({ person, say, look, axe }) => {
  await person.setViewportSize({ width: 390, height: 844 });
  await person.goto("/");
  await person.getByRole("button", { name: say("frame", "navigation.open") }).click();
  const catalogues = person.getByRole("link", { name: say("frame", "navigation.catalogues") });
  await expect(catalogues).toBeInViewport();
  await look("menu", { widths: [390] });
  await axe();
  await catalogues.click();
  await expect(person.getByRole("button", { name: say("frame", "navigation.open") })).toBeVisible();
  await expect(catalogues).toBeHidden();
});

test("an address that opens nothing leads back to the first page", async ({ person, say, axe }) => {
  await person.goto("/no-such-page");
  await expect(person.getByText(say("frame", "trouble.notFound"))).toBeVisible();
  await axe();
  await person.getByRole("link", { name: say("frame", "trouble.goHome") }).click();
  await expect(person.getByRole("heading", { level: 1 })).toBeVisible();
});
