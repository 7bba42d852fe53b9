import type { Mode } from "@/api/me";
import type { Schemas } from "@/api/client";

const ofPlatform = ["tenants", "users"] as const;
const ofDatabases = ["database", "prompts", "examples"] as const;
const ofAdministrator = ["members", "keys", ...ofDatabases, "usage", "audit"] as const;
const ofEverybody = ["account", "health"] as const;
const names = [...ofPlatform, ...ofAdministrator, ...ofEverybody];

export type SectionName = (typeof names)[number];

export type SectionGroup = { name: "platform" | "department" | "mine"; sections: SectionName[] };

/** Who looks: what he may see depends on this alone. */
export type Viewer = { isPlatformAdmin: boolean; role: Schemas["Role"] | null; modes: Mode[] };

/** The sections somebody may see, in groups; a group he may see nothing of is not there. */
export function sectionsFor({ isPlatformAdmin, role, modes }: Viewer): SectionGroup[] {
  const groups: SectionGroup[] = [
    { name: "platform", sections: isPlatformAdmin ? [...ofPlatform] : [] },
    { name: "department", sections: role === null ? [] : ofDepartment(role, modes.includes("databases")) },
    { name: "mine", sections: [...ofEverybody] },
  ];
  return groups.filter((group) => group.sections.length > 0);
}

function ofDepartment(role: Schemas["Role"], hasDatabases: boolean): SectionName[] {
  if (role === "admin") return ofAdministrator.filter((name) => hasDatabases || !isOfDatabases(name));
  return role === "expert" && hasDatabases ? ["examples"] : [];
}

/** The section to show: the one asked for, none where it is not open to whoever looks; the first where none was. */
export function chosenSection(groups: SectionGroup[], wanted: unknown): SectionName | null {
  const open = groups.flatMap((group) => group.sections);
  return names.includes(wanted as SectionName) ? (open.find((name) => name === wanted) ?? null) : (open[0] ?? null);
}

/** Who could open a section that is closed: another person, or nobody while the department has no such service. */
export function keeperOf(section: SectionName, { role }: Viewer): "platform" | "department" | "service" {
  if (ofPlatform.some((name) => name === section)) return "platform";
  return role === "admin" && isOfDatabases(section) ? "service" : "department";
}

function isOfDatabases(section: SectionName): boolean {
  return ofDatabases.some((name) => name === section);
}
