import { gzipSync } from "node:zlib";

import { expect, type Page, test } from "./test";

/** Scripts and styles of a first visit to any room, before what comes only when it is wanted: charts, an open document. Fonts are told apart. */
const LIMIT_KB = 350;
const ROOMS = ["/nomenclature", "/catalogues", "/database", "/documents", "/admin"];
const KINDS = { script: "scripts", stylesheet: "styles", font: "fonts" } as const;

type Kind = (typeof KINDS)[keyof typeof KINDS];
type Weights = Record<Kind, number>;

test("a first visit is light: the sign-in", async ({ page, say }) => {
  const weights = weigh(page);
  await page.goto("/");
  await expect(page.getByLabel(say("frame", "signIn.email"))).toBeVisible();
  await expectLight("/ signed out", page, weights);
});

for (const room of ROOMS) {
  test(`a first visit is light: ${room}`, async ({ person }) => {
    const weights = weigh(person);
    await person.goto(room);
    await expect(person.getByRole("main")).toContainText(/\p{L}{3}/u);
    await expectLight(room, person, weights);
  });
}

test("what tells its content by its name is kept by the browser, and travels compressed", async ({ page }) => {
  const styles = page.waitForResponse((answer) => answer.request().resourceType() === "stylesheet");
  const document = await page.goto("/");
  test.skip(!(await isBuilt(page)), "a development server");
  const headers = (await styles).headers();
  expect(headers["content-encoding"]).toBe("gzip");
  expect(headers["cache-control"]).toContain("immutable");
  expect(document?.headers()["cache-control"]).toBe("no-cache");
});

/** Bytes after gzip of all that the page loads, by kind; fonts are packed already. */
function weigh(page: Page): () => Promise<Weights> {
  const found = new Map<string, Promise<[Kind, number]>>();
  page.on("response", (answer) => {
    const kind = KINDS[answer.request().resourceType() as keyof typeof KINDS];
    if (kind) found.set(answer.url(), answer.body().then((body) => [kind, kind === "fonts" ? body.length : gzipSync(body).length]));
  });
  return async () => {
    const total: Weights = { scripts: 0, styles: 0, fonts: 0 };
    for (const [kind, bytes] of await Promise.all(found.values())) total[kind] += bytes / 1000;
    return total;
  };
}

async function expectLight(what: string, page: Page, weights: () => Promise<Weights>): Promise<void> {
  await page.waitForLoadState("networkidle");
  test.skip(!(await isBuilt(page)), "a development server");
  const found = await weights();
  const total = found.scripts + found.styles;
  const parts = Object.entries(found).map(([kind, weight]) => `${kind} ${weight.toFixed(0)}`);
  console.log(`first load of ${what}: ${total.toFixed(0)} KB gzip without fonts (${parts.join(", ")})`);
  expect(total, parts.join(", ")).toBeLessThan(LIMIT_KB);
}

/** A built page's files are named by their content; a development server's are not. */
async function isBuilt(page: Page): Promise<boolean> {
  return (await page.locator('script[src^="/assets/"]').count()) > 0;
}
