import { basename, resolve } from "node:path";

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, type TestInfo } from "@playwright/test";

const KEPT_IN = resolve(import.meta.dirname, "../../test-results/screenshots");
const SIZES = { 1280: 800, 390: 844 } as const;

/** What another theme can break; the rest is the same in every one of them. */
const BY_COLOUR = ["color-contrast", "link-in-text-block"];

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];
export type Width = keyof typeof SIZES;
export type Views = { widths?: readonly Width[]; themes?: readonly Theme[]; fullPage?: boolean };

/**
 * Keep the screen as it is now, at both widths and in both themes; the page is as before afterwards. Words are what
 * differs in a second language: the first of the widths and of the themes is enough for it.
 */
export async function keepScreenshots(page: Page, test: TestInfo, name: string, views: Views = {}): Promise<void> {
  const former = page.viewportSize();
  const { widths = [1280, 390], themes: wanted = themes } = views;
  for (const width of isFirstLanguage(test) ? widths : widths.slice(0, 1)) {
    await page.setViewportSize({ width, height: SIZES[width] });
    for (const theme of isFirstLanguage(test) ? wanted : wanted.slice(0, 1)) {
      await wear(page, theme);
      await page.screenshot({ path: fileOf(test, name, width, theme), animations: "disabled", fullPage: views.fullPage ?? false });
    }
  }
  if (former) await page.setViewportSize(former);
  await wear(page, null);
}

/**
 * No finding that keeps somebody from working; `skipped` are selectors of parts not ours. In light and in dark, which
 * are of the same colours in a second language.
 */
export async function expectAccessible(page: Page, test: TestInfo, skipped: readonly string[] = []): Promise<void> {
  const found: string[] = [];
  for (const theme of isFirstLanguage(test) ? themes : themes.slice(0, 1)) {
    await wear(page, theme);
    const axe = skipped.reduce((builder, selector) => builder.exclude(selector), new AxeBuilder({ page }));
    if (theme !== "light") axe.withRules(BY_COLOUR);
    const { violations } = await axe.setLegacyMode().analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    found.push(...serious.flatMap(({ id, nodes }) => nodes.map((node) => `${theme}: ${id}: ${inShort(node)}`)));
  }
  await wear(page, null);
  expect(found, "what axe finds serious").toEqual([]);
}

function isFirstLanguage(test: TestInfo): boolean {
  return test.project.name === test.config.projects[0]?.name;
}

async function wear(page: Page, theme: Theme | null): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((one) => one.finished.catch(() => undefined)));
  });
}

function inShort(node: { html: string; any: { message: string }[] }): string {
  return `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`;
}

function fileOf(test: TestInfo, name: string, width: number, theme: Theme): string {
  const spec = basename(test.file).replace(/\.spec\.ts$/, "");
  return resolve(KEPT_IN, spec, `${name}-${test.project.name}-${width}-${theme}.png`);
}
