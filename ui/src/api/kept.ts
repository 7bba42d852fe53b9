const TENANT = "spravka.tenant";
const DRAFTS = ["spravka.draft.", "spravka.text."];

/**
 * The department this tab works in: another tab may work in another one, though they share the sign-in. A new tab
 * begins where one was last.
 */
export function keptTenant(): string | null {
  return sessionStorage.getItem(TENANT) ?? localStorage.getItem(TENANT);
}

export function keepTenant(slug: string | null): void {
  for (const store of [sessionStorage, localStorage]) {
    if (slug === null) store.removeItem(TENANT);
    else store.setItem(TENANT, slug);
  }
}

/** What was typed and not sent is nobody else's to read. */
export function dropDrafts(): void {
  const keys = Array.from({ length: sessionStorage.length }, (_, place) => sessionStorage.key(place) ?? "");
  for (const key of keys) if (DRAFTS.some((start) => key.startsWith(start))) sessionStorage.removeItem(key);
}
