import { noAnswer } from "./connection";
import { failureOf, Refused, Unreachable } from "./problems";
import type { components } from "./schema";

/** What a sign-in or a refresh gives; the refresh token itself is in a cookie that no script can read. */
export type Tokens = components["schemas"]["TokenOut"];

/** Another tab has just taken the refresh token: its new one is in the cookie a moment later. */
const TAKE_TURNS_MS = 400;
const TURNS = 6;

/** Ask for tokens; throws {@link Refused}, {@link Unreachable}. */
export async function askForTokens(form: Record<string, string>): Promise<Tokens> {
  for (let turn = 1; ; turn++) {
    try {
      return await askOnce(form);
    } catch (error) {
      const isTaken = error instanceof Refused && error.slug === "refresh-token-rotated";
      if (!isTaken || turn === TURNS) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, TAKE_TURNS_MS));
  }
}

async function askOnce(form: Record<string, string>): Promise<Tokens> {
  let answer: Response;
  try {
    answer = await fetch("/api/v1/auth/token", {
      method: "POST",
      body: new URLSearchParams({ ...form, keep_in: "cookie" }),
      credentials: "same-origin",
      keepalive: true, // the new cookie comes also where the page is closed or reloaded meanwhile
    });
  } catch {
    void noAnswer();
    throw new Unreachable();
  }
  if (!answer.ok) throw await failureOf(answer);
  return (await answer.json()) as Tokens;
}

/** Whose the token is (RFC 7519, `sub`); the page only compares it, the server alone judges it. */
export function userOf(accessToken: string): string {
  try {
    const payload = accessToken.split(".")[1] ?? "";
    const claims = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as { sub?: unknown };
    return String(claims.sub ?? "");
  } catch {
    return "";
  }
}
