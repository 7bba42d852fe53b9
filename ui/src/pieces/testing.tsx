import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import i18next from "i18next";
import type { ReactNode } from "react";

import { startLanguage, type Language } from "@/language/language";

/** Shows a part of a screen in a test, with what stands around it on the page; for `*.test.tsx` only. */
export async function show(element: ReactNode, language: Language = "ru") {
  giveWhatTheBrowserHas();
  if (!i18next.isInitialized) await startLanguage();
  await i18next.changeLanguage(language);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const shown = render(
    <MantineProvider env="test">
      <Notifications />
      <QueryClientProvider client={queries}>{element}</QueryClientProvider>
    </MantineProvider>,
  );
  return { ...shown, queries };
}

/** jsdom lays nothing out, so it has no media queries and no sizes to watch. */
function giveWhatTheBrowserHas(): void {
  window.matchMedia ??= (query: string) =>
    ({ matches: false, media: query, addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} }) as unknown as MediaQueryList;
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Element.prototype.scrollIntoView ??= () => undefined;
}
