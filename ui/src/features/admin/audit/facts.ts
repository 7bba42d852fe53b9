/** What is known of an event, each fact in a few words: `role: admin`. Facts that say nothing are left out. */
export function factsOf(facts: Record<string, unknown>): string[] {
  return Object.entries(facts)
    .filter(([, value]) => !isNothing(value))
    .map(([name, value]) => `${name}: ${told(value)}`);
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function told(value: unknown): string {
  if (Array.isArray(value)) return value.map(told).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
