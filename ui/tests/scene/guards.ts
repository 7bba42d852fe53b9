import type { BrowserContext, ConsoleMessage } from "@playwright/test";

/** What every test watches for: a request to another host, a complaint of the browser, an error nobody caught. */
export class Guards {
  private readonly outside: string[] = [];
  private readonly complaints: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** Complaints that match are expected in this test: the browser's own words and the address they are about. */
  allow(...complaints: RegExp[]): void {
    this.allowed.push(...complaints);
  }

  watch(context: BrowserContext, host: string): void {
    context.on("request", (request) => {
      const address = new URL(request.url());
      if (/^(http|ws)s?:$/.test(address.protocol) && address.host !== host) this.outside.push(request.url());
    });
    context.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(inWords(message));
    });
    context.on("weberror", (error) => this.complaints.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  }

  /** What was seen and not allowed. */
  findings(): string[] {
    const complaints = this.complaints.filter((said) => !this.allowed.some((allowed) => allowed.test(said)));
    return [...this.outside.map((address) => `asked another host: ${address}`), ...complaints];
  }
}

function inWords(message: ConsoleMessage): string {
  return `console: ${message.text()} (${message.location().url})`;
}
