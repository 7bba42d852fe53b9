import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const CHECKOUT = resolve(import.meta.dirname, "../../..");
const PYTHON = join(CHECKOUT, ".venv/bin/python");
const STARTS_WITHIN_MS = 300_000;
const STOPS_WITHIN_MS = 30_000;

export const DEMO_EMAIL = "demo@example.com";
export const KEEPER_EMAIL = "keeper@example.com";

/** Where the page answers, and who can sign in. */
export type Stack = { url: string; password: string; keeperPassword: string; stop: () => Promise<void> };

/** The whole stack as `run up` starts it, with the demonstration, in a folder of its own and on free ports. */
export async function startStack(): Promise<Stack> {
  const folder = mkdtempSync(join(tmpdir(), "spravka-e2e-"));
  const data = join(folder, "data");
  const port = await freePort();
  const environment = { ...process.env, SPRAVKA_PAGE_DIR: builtPage(), SPRAVKA_DATA_DIR: data };
  const words = ["-m", "spravka.stack", "up", "--port", String(port), "--data", data];
  const stack = spawn(PYTHON, words, { cwd: CHECKOUT, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  async function stop(): Promise<void> {
    await end(stack);
    rmSync(folder, { recursive: true, force: true });
  }
  try {
    const password = await toldPassword(stack);
    return { url: `http://127.0.0.1:${port}`, password, keeperPassword: makeKeeper(data), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function builtPage(): string {
  const folder = resolve(process.env.SPRAVKA_PAGE_DIR || join(CHECKOUT, "build/page"));
  if (!existsSync(join(folder, "index.html"))) throw new Error(`No page in ${folder}: python3 run page builds it`);
  return folder;
}

/** Read from what the stack prints when everything is up, the demonstration too. */
function toldPassword(stack: ChildProcess): Promise<string> {
  let told = "";
  return new Promise((found, failed) => {
    const late = setTimeout(() => failed(new Error(`The stack did not come up in time:\n${told}`)), STARTS_WITHIN_MS);
    function listen(part: Buffer): void {
      told += part.toString();
      const password = /password: (\S+)\s[\s\S]*Ctrl-C/.exec(told)?.[1];
      if (password) {
        clearTimeout(late);
        found(password);
      }
    }
    stack.stdout?.on("data", listen);
    stack.stderr?.on("data", listen);
    stack.on("error", failed);
    stack.on("exit", () => failed(new Error(`The stack ended before it was up:\n${told}`)));
  });
}

/** The administrator of the platform, made as the documentation says; returns his password. */
function makeKeeper(data: string): string {
  const password = randomBytes(12).toString("base64url");
  const words = ["run", "spravka", "users", "create-admin", "--email", KEEPER_EMAIL, "--password-stdin"];
  const environment = { ...process.env, SPRAVKA_DATA_DIR: data };
  execFileSync("python3", words, { cwd: CHECKOUT, env: environment, input: password, stdio: ["pipe", "ignore", "inherit"] });
  return password;
}

/** As Ctrl-C does; what does not stop by then is ended. */
async function end(stack: ChildProcess): Promise<void> {
  if (stack.exitCode !== null || stack.signalCode !== null) return;
  const over = new Promise<void>((done) => stack.once("exit", () => done()));
  stack.kill("SIGINT");
  const late = setTimeout(() => stack.kill("SIGKILL"), STOPS_WITHIN_MS);
  await over;
  clearTimeout(late);
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const listener = createServer();
    listener.on("error", failed);
    listener.listen(0, "127.0.0.1", () => {
      const address = listener.address();
      listener.close(() => (address && typeof address === "object" ? found(address.port) : failed(new Error("no port"))));
    });
  });
}
