import type { Mode } from "@/api/me";
import type { Schemas } from "@/api/client";

export type SectionName =
  | "tenants"
  | "users"
  | "members"
  | "keys"
  | "database"
  | "prompts"
  | "examples"
  | "usage"
  | "audit"
  | "account"
  | "health";

export type SectionGroup = { name: "platform" | "department" | "mine"; sections: SectionName[] };

/** Who looks: what he may see depends on this alone. */
export type Viewer = { isPlatformAdmin: boolean; role: Schemas["Role"] | null; modes: Mode[] };

/** The sections somebody may see, in groups; a group he may see nothing of is not there. */
export function sectionsFor({ isPlatformAdmin, role, modes }: Viewer): SectionGroup[] {
  const hasDatabases = modes.includes("databases");
  const groups: SectionGroup[] = [
    { name: "platform", sections: isPlatformAdmin ? ["tenants", "users"] : [] },
    { name: "department", sections: role === null ? [] : ofDepartment(role, hasDatabases) },
    { name: "mine", sections: ["account", "health"] },
  ];
  return groups.filter((group) => group.sections.length > 0);
}

function ofDepartment(role: Schemas["Role"], hasDatabases: boolean): SectionName[] {
  const databases: SectionName[] = hasDatabases ? ["database", "prompts", "examples"] : [];
  if (role === "admin") return ["members", "keys", ...databases, "usage", "audit"];
  return role === "expert" && hasDatabases ? ["examples"] : [];
}

/** The section to show: the one asked for where it may be seen, else the first. */
export function chosenSection(groups: SectionGroup[], wanted: unknown): SectionName {
  const all = groups.flatMap((group) => group.sections);
  return all.find((name) => name === wanted) ?? all[0] ?? "account";
}
