import { basename, resolve } from "node:path";

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, type TestInfo } from "@playwright/test";

const KEPT_IN = resolve(import.meta.dirname, "../../test-results/screenshots");
const SIZES = { 1280: 800, 390: 844 } as const;

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];
export type Width = keyof typeof SIZES;
export type Views = { widths?: readonly Width[]; themes?: readonly Theme[]; fullPage?: boolean };

/** Keep the screen as it is now, at both widths and in both themes; the page is as before afterwards. */
export async function keepScreenshots(page: Page, test: TestInfo, name: string, views: Views = {}): Promise<void> {
  const former = page.viewportSize();
  for (const width of views.widths ?? [1280, 390]) {
    await page.setViewportSize({ width, height: SIZES[width] });
    for (const theme of views.themes ?? themes) {
      await wear(page, theme);
      await page.screenshot({ path: fileOf(test, name, width, theme), animations: "disabled", fullPage: views.fullPage ?? false });
    }
  }
  if (former) await page.setViewportSize(former);
  await wear(page, null);
}

/** No finding that keeps somebody from working, in light or in dark; `skipped` are selectors of parts not ours. */
export async function expectAccessible(page: Page, skipped: readonly string[] = []): Promise<void> {
  const found: string[] = [];
  for (const theme of themes) {
    await wear(page, theme);
    const axe = skipped.reduce((builder, selector) => builder.exclude(selector), new AxeBuilder({ page }));
    const { violations } = await axe.setLegacyMode().analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    found.push(...serious.flatMap(({ id, nodes }) => nodes.map((node) => `${theme}: ${id}: ${inShort(node)}`)));
  }
  await wear(page, null);
  expect(found, "what axe finds serious").toEqual([]);
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
