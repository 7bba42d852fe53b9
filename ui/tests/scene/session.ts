import type { APIRequestContext, BrowserContext } from "@playwright/test";

const TOKENS = "/api/v1/auth/token";

export type Person = { email: string; password: string };
type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/**
 * One sign-in that the tests of a worker take turns with: its cookie goes from context to context, since a refresh
 * token is good once.
 */
export class Session {
  private cookies: Cookies = [];

  constructor(private readonly person: Person) {}

  /** Sign the context in; returns an access token of the same sign-in. */
  async enter(context: BrowserContext): Promise<string> {
    await context.addCookies(this.cookies);
    const token = await askForToken(context.request, { grant_type: "refresh_token" });
    return token ?? (await this.begin(context));
  }

  /** Keep what the context ends with for the next one. */
  async leave(context: BrowserContext): Promise<void> {
    this.cookies = (await context.cookies(new URL(TOKENS, process.env.SPRAVKA_E2E_URL).href)).filter(isOfSignIn);
  }

  private async begin(context: BrowserContext): Promise<string> {
    const { email, password } = this.person;
    const token = await askForToken(context.request, { grant_type: "password", username: email, password });
    if (!token) throw new Error(`${email} cannot sign in; is SPRAVKA_E2E_PASSWORD of the stack that runs?`);
    return token;
  }
}

async function askForToken(request: APIRequestContext, form: Record<string, string>): Promise<string | null> {
  const answer = await request.post(TOKENS, { form: { ...form, keep_in: "cookie" } });
  return answer.ok() ? ((await answer.json()) as { access_token: string }).access_token : null;
}

function isOfSignIn(cookie: { name: string }): boolean {
  return cookie.name === "spravka_refresh" || cookie.name === "spravka_signed_in";
}
