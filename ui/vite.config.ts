import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Where the server answers while the page is being written; `npm run dev` forwards to it. */
const server = process.env.SPRAVKA_SERVER ?? "http://127.0.0.1:8080";

/** Browsers that know `light-dark()`: what stands in for it elsewhere does not know which theme was chosen. */
const LIGHT_AND_DARK = ["chrome123", "firefox120", "safari17.5"];

/**
 * What every room stands on, and what many parts share, come in two pieces: each alone would weigh more, and be a
 * question to the server. What few parts want stays with them.
 */
const PIECES = [
  { name: "ground", test: /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|openapi-fetch|@tanstack\/(history|query-core|react-query|react-router|react-store|router-core|store))\// },
  { name: "common", test: /node_modules\/@(mantine|tabler|floating-ui)\/|\/src\/(pieces|api|language)\//, minShareCount: 8 },
];

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { proxy: { "/api": server, "/static": server, "/health": server } },
  // One file of styles: a page that comes late, over a network that comes and goes, is never without its own.
  build: {
    cssCodeSplit: false,
    sourcemap: false,
    target: "es2022",
    cssTarget: LIGHT_AND_DARK,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups: PIECES } } },
  },
  // Patient, for a machine busy with other work: a test that hangs is told late, one that works is as quick as ever.
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["./src/testing.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
