import { startStack } from "./stack";

/** Before the first test: the stack, or the one that is named; returns what ends it after the last. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.SPRAVKA_E2E_URL) return undefined;
  const began = Date.now();
  const stack = await startStack();
  process.env.SPRAVKA_E2E_URL = stack.url;
  process.env.SPRAVKA_E2E_PASSWORD = stack.password;
  process.env.SPRAVKA_E2E_KEEPER_PASSWORD = stack.keeperPassword;
  console.log(`the stack is up after ${Math.round((Date.now() - began) / 1000)} s`);
  return stack.stop;
}
