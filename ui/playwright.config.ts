import { defineConfig } from "@playwright/test";

import { launchOptions } from "./tests/scene/browser";
import type { Options } from "./tests/test";

/** The page in a browser, on the real stack, in both languages. `tests/README.md` tells how to write a test. */
export default defineConfig<Options>({
  testDir: "tests",
  outputDir: "test-results/failures",
  globalSetup: "./tests/scene/setup.ts",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    launchOptions,
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    viewport: { width: 1280, height: 800 },
    timezoneId: "Europe/Moscow",
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "ru", use: { language: "ru", locale: "ru-RU" } },
    { name: "en", use: { language: "en", locale: "en-GB" } },
  ],
});
