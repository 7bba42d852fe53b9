import { problemOf, Refused, Unreachable } from "./problems";
import type { components } from "./schema";

export type Membership = components["schemas"]["MembershipOut"];
type Tokens = components["schemas"]["TokenOut"];

/** Refreshed so long before it ends, so that no request meets an ended one. */
const EARLY_MS = 30_000;

type Access = { token: string; endsAt: number };

let access: Access | null = null;
let wasSignedIn = false;
let refreshing: Promise<Access> | null = null;
const listeners = new Set<() => void>();

/** Told whenever somebody signs in or out. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isSignedIn(): boolean {
  return access !== null;
}

/** Whether somebody was signed in since the page was opened: what he did then is still there. */
export function hasBeenSignedIn(): boolean {
  return wasSignedIn;
}

/** Begin a sign-in; the refresh token stays in a cookie that no script can read. */
export async function signIn(email: string, password: string): Promise<void> {
  keep(await askForTokens({ grant_type: "password", username: email, password }));
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
  keep(await askForTokens({ grant_type: "refresh_token", tenant: slug }));
}

export async function signOut(): Promise<void> {
  const token = await accessToken();
  await fetch("/api/v1/auth/sign-out", { method: "POST", headers: { Authorization: `Bearer ${token}` } });
  location.assign("/"); // nothing of what was open stays in memory
}

/** A token that is good for the next seconds; throws where the sign-in is over. */
export async function accessToken(): Promise<string> {
  if (access && access.endsAt - EARLY_MS > Date.now()) return access.token;
  return (await refresh()).token;
}

/** The sign-in is over: whatever shows needs a new one. */
export function forget(): void {
  access = null;
  for (const listener of listeners) listener();
}

/** One refresh at a time: a refresh token is good once, and two tabs take turns by a lock of the browser. */
function refresh(): Promise<Access> {
  refreshing ??= inTurn(async () => keep(await askForTokens({ grant_type: "refresh_token" }))).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? await navigator.locks.request("spravka-refresh", work) : await work();
}

async function askForTokens(form: Record<string, string>): Promise<Tokens> {
  let answer: Response;
  try {
    answer = await fetch("/api/v1/auth/token", {
      method: "POST",
      body: new URLSearchParams({ ...form, keep_in: "cookie" }),
      credentials: "same-origin",
    });
  } catch {
    throw new Unreachable();
  }
  if (!answer.ok) {
    if (answer.status === 401 && form.grant_type === "refresh_token") forget();
    throw new Refused(await problemOf(answer));
  }
  return (await answer.json()) as Tokens;
}

function keep(tokens: Tokens): Access {
  wasSignedIn = true;
  access = { token: tokens.access_token, endsAt: Date.now() + tokens.expires_in * 1000 };
  for (const listener of listeners) listener();
  return access;
}
