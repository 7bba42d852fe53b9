import { expect, type Page, test } from "./test";

// Every other host is unknown to this browser, and each test of every room watches that none is asked:
// `scene/guards.ts`. Here is what stands beside the rooms.

test("the page of the API draws every route by itself", async ({ page }) => {
  await page.goto("/api/v1/docs");
  await expect(page.locator(".opblock-tag").first()).toBeVisible();
  expect(await page.locator(".opblock-tag").count()).toBeGreaterThan(5);
});

test("every page of the documentation reads without another host", async ({ page, language }) => {
  test.slow();
  await documentationBuilt(page, language);
  for (const address of await addressesOf(page, language)) {
    const answer = await page.goto(address, { waitUntil: "load" });
    expect(answer?.status(), address).toBe(200);
    await expect(page.getByRole("main"), address).toContainText(/\p{L}{3}/u);
  }
});

/** The site is built beside everything else where it is missing: a new checkout waits for it. */
async function documentationBuilt(page: Page, language: string): Promise<void> {
  const there = async () => (await page.request.get(`/static/docs/${language}/`)).status();
  await expect.poll(there, { timeout: 90_000 }).toBe(200);
}

async function addressesOf(page: Page, language: string): Promise<string[]> {
  await page.goto(`/static/docs/${language}/`);
  const links = page.getByRole("navigation").getByRole("link");
  const all = await links.evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href.split("#")[0] ?? ""));
  const own = [...new Set(all)].filter((address) => address.includes(`/static/docs/${language}/`));
  expect(own.length, "pages of the documentation").toBeGreaterThan(20);
  return own;
}
