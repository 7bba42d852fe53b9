import { noAnswer } from "./connection";
import { dropDrafts, keepTenant, keptTenant } from "./kept";
import { Refused, Unreachable } from "./problems";
import type { components } from "./schema";
import { onTabNews, tellTabs } from "./tabs";
import { askForTokens, type Tokens, userOf } from "./tokens";

export type Membership = components["schemas"]["MembershipOut"];

/** Refreshed so long before it ends, so that no request meets an ended one. */
const EARLY_MS = 30_000;

type Access = { token: string; endsAt: number };

let access: Access | null = null;
let isOver = true;
/** Who was signed in since the page was opened: what he did then is still there. */
let user: string | null = null;
let refreshing: Promise<Access> | null = null;
const listeners = new Set<() => void>();

onTabNews((news) => {
  if (news === "signed out") forget();
  else if (user !== null && isOver) void resume().catch(() => undefined);
});

/** Told whenever somebody signs in or out. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isSignedIn(): boolean {
  return !isOver;
}

/** Whether somebody was signed in since the page was opened: what he did then is still there. */
export function hasBeenSignedIn(): boolean {
  return user !== null;
}

/** Begin a sign-in; the refresh token stays in a cookie that no script can read. */
export async function signIn(email: string, password: string): Promise<void> {
  keep(await inKeptTenant({ grant_type: "password", username: email, password }));
  tellTabs("signed in");
}

/** Go on with the sign-in of this browser; false where there is none. */
export async function resume(): Promise<boolean> {
  try {
    await refresh();
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** Go on in another department. */
export async function switchTenant(slug: string): Promise<void> {
  keep(await inTurn(() => askForTokens({ grant_type: "refresh_token", tenant: slug })));
}

/** End the sign-in, in every tab; throws {@link Unreachable} where the server cannot be told. */
export async function signOut(): Promise<void> {
  try {
    const token = await accessToken();
    await fetch("/api/v1/auth/sign-out", { method: "POST", headers: { Authorization: `Bearer ${token}` } });
  } catch (error) {
    if (!(error instanceof Refused)) throw unreachable();
  }
  dropDrafts();
  tellTabs("signed out");
  location.assign("/"); // nothing of what was open stays in memory
}

/** A token that is good for the next seconds; throws where the sign-in is over. */
export async function accessToken(): Promise<string> {
  if (access && access.endsAt - EARLY_MS > Date.now()) return access.token;
  return (await refresh()).token;
}

/** The server does not take the token any more: another is asked for, and where there is none the sign-in is over. */
export function tokenRefused(token: string): void {
  if (access?.token !== token) return;
  access = null;
  void refresh().catch(() => undefined);
}

/** The sign-in is over: whatever shows needs a new one. */
function forget(): void {
  access = null;
  isOver = true;
  for (const listener of listeners) listener();
}

/** One refresh at a time: a refresh token is good once, and two tabs take turns by a lock of the browser. */
function refresh(): Promise<Access> {
  refreshing ??= inTurn(goOn).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function goOn(): Promise<Access> {
  try {
    return keep(await inKeptTenant({ grant_type: "refresh_token" }));
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) forget();
    throw error;
  }
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? await navigator.locks.request("spravka-refresh", work) : await work();
}

/** In the department of this tab, or where one is no member of it any more, in the one the server chooses. */
async function inKeptTenant(form: Record<string, string>): Promise<Tokens> {
  const tenant = keptTenant();
  if (tenant === null) return await askForTokens(form);
  try {
    return await askForTokens({ ...form, tenant });
  } catch (error) {
    if (!(error instanceof Refused) || error.slug !== "no-such-membership") throw error;
    keepTenant(null);
    return await askForTokens(form);
  }
}

function keep(tokens: Tokens): Access {
  const who = userOf(tokens.access_token);
  if (user !== null && user !== who) {
    dropDrafts();
    location.reload(); // what is open, and was typed, is somebody else's
  }
  user = who;
  isOver = false;
  keepTenant(tokens.tenant?.slug ?? null);
  access = { token: tokens.access_token, endsAt: Date.now() + tokens.expires_in * 1000 };
  for (const listener of listeners) listener();
  return access;
}

function unreachable(): Unreachable {
  void noAnswer();
  return new Unreachable();
}
