const reasons = ["no_code", "no_name", "no_group", "duplicate_code", "too_long", "marked_deleted"] as const;
type Reason = (typeof reasons)[number];

/** Why a row was refused; `row` is the earlier row that has the code, `length` how long what is too long is. */
type Refusal = { reason: Reason; row: string; length: string; limit: string };

/** The refusal in parts that every language can put together; none for a reason that the page does not know. */
export function refusalOf(reason: string, detail: string): Refusal | null {
  const known = reasons.find((one) => one === reason);
  if (!known) return null;
  const [length = "", limit = ""] = detail.match(/\d+/g)?.slice(-2) ?? [];
  return { reason: known, row: detail.match(/in row (\d+)/)?.[1] ?? "", length, limit };
}
