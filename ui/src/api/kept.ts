const TENANT = "spravka.tenant";
const DRAFTS = ["spravka.draft.", "spravka.text."];
const SHELF = "spravka.shelf.";

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
  for (const key of keysFrom(...DRAFTS, SHELF)) sessionStorage.removeItem(key);
}

/** What was typed in one department waits there until one is back, and what waits in the other is there again. */
export function exchangeDrafts(left: string | null, entered: string | null): void {
  for (const key of keysFrom(...DRAFTS)) move(key, shelfOf(left) + key);
  for (const key of keysFrom(shelfOf(entered))) move(key, key.slice(shelfOf(entered).length));
}

function shelfOf(tenant: string | null): string {
  return `${SHELF}${tenant ?? ""}:`;
}

function move(from: string, to: string): void {
  sessionStorage.setItem(to, sessionStorage.getItem(from) ?? "");
  sessionStorage.removeItem(from);
}

function keysFrom(...starts: string[]): string[] {
  const keys = Array.from({ length: sessionStorage.length }, (_, place) => sessionStorage.key(place) ?? "");
  return keys.filter((key) => starts.some((start) => key.startsWith(start)));
}
