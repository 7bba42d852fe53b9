import { noAnswer } from "./connection";
import { dropDrafts, exchangeDrafts, keepTenant, keptTenant } from "./kept";
import { dropMark, isMarked } from "./mark";
import { failureOf, Refused, Unreachable } from "./problems";
import { onTabNews, tellTabs } from "./tabs";
import { askForTokens, type Tokens, userOf } from "./tokens";

/** Refreshed so long before it ends, so that no request meets an ended one. */
const EARLY_MS = 30_000;

type Access = { token: string; endsAt: number };

let access: Access | null = null;
let isOver = true;
/** Who was signed in since the page was opened, and where: what he did then is still there. */
let user: string | null = null;
let tenant: string | null = null;
let isLeaving = false;
let refreshing: Promise<Access> | null = null;
const listeners = new Set<() => void>();

onTabNews((news) => {
  if (news === "signed in" && isOver) void resume().catch(() => undefined);
  if (news === "signed out" && user !== null) leaveNothing(() => location.reload()); // the same place, for whoever is next
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

/** Whether what is open is some department's: an administrator of the platform is in none. */
export function isInDepartment(): boolean {
  return tenant !== null;
}

/** Whether the page is about to begin anew: nothing of what was open may be shown, or asked for, any more. */
export function isPageLeaving(): boolean {
  return isLeaving;
}

/** Begin a sign-in; the refresh token stays in a cookie that no script can read. */
export async function signIn(email: string, password: string): Promise<void> {
  keep(await inKeptTenant({ grant_type: "password", username: email, password }));
  tellTabs("signed in");
}

/** Go on with the sign-in of this browser; false where there is none. */
export async function resume(): Promise<boolean> {
  if (!isMarked()) return false;
  try {
    await refresh();
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** Go on in another department; the page begins anew there. */
export async function switchTenant(slug: string): Promise<void> {
  keep(await inTurn(() => askForTokens({ grant_type: "refresh_token", tenant: slug })));
}

/** End the sign-in, in every tab; throws {@link Unreachable} where the server cannot be told. */
export async function signOut(): Promise<void> {
  try {
    const token = await accessToken();
    const answer = await fetch("/api/v1/auth/sign-out", { method: "POST", headers: { Authorization: `Bearer ${token}` } });
    if (!answer.ok) throw await failureOf(answer);
  } catch (error) {
    if (error instanceof TypeError) throw unreachable();
    if (!isOverBy(error)) throw error;
  }
  tellTabs("signed out");
  leaveNothing(() => location.assign("/"));
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
  dropMark();
  tell();
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
    if (isOverBy(error)) forget();
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

function isOverBy(error: unknown): boolean {
  return error instanceof Refused && error.problem.status === 401;
}

function keep(tokens: Tokens): Access {
  const before = { user, tenant };
  user = userOf(tokens.access_token);
  tenant = tokens.tenant?.slug ?? null;
  isOver = false;
  access = { token: tokens.access_token, endsAt: Date.now() + tokens.expires_in * 1000 };
  keepTenant(tenant);
  if (before.user !== null && before.user !== user) leaveNothing(() => location.reload());
  else if (before.user !== null && before.tenant !== tenant) enterDepartment(before.tenant, tenant);
  tell();
  return access;
}

/** The page begins anew, without what its address names of the department that was left. */
function enterDepartment(left: string | null, entered: string | null): void {
  exchangeDrafts(left, entered);
  leave(() => location.assign(location.pathname));
}

/** What is open, and was typed, is nobody else's. */
function leaveNothing(go: () => void): void {
  dropDrafts();
  leave(go);
}

function leave(go: () => void): void {
  isLeaving = true;
  tell();
  go();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function unreachable(): Unreachable {
  void noAnswer();
  return new Unreachable();
}
