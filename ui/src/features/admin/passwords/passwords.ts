/** As the server has it. */
export const SHORTEST = 10;

/** 32 signs that nobody takes for one another; 32 divides 256, so that every one is as likely. */
const SIGNS = "abcdefghjkmnopqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A password that can be read out: `k7rm-2pdq-…`, 80 random bits. */
export function randomPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(GROUPS * GROUP_LENGTH));
  const signs = [...bytes].map((byte) => SIGNS[byte % SIGNS.length] ?? "");
  const groups = Array.from({ length: GROUPS }, (_, group) => signs.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH));
  return groups.map((group) => group.join("")).join("-");
}

type Fault = "short" | "repeated" | "email";

/** Why the server would not take a password, as far as the page knows; none for one that is not typed yet. */
export function faultOf(password: string, email = ""): Fault | null {
  if (password === "") return null;
  if ([...password].length < SHORTEST) return "short";
  if (new Set(password).size === 1) return "repeated";
  return email !== "" && password.trim().toLowerCase() === email.trim().toLowerCase() ? "email" : null;
}
