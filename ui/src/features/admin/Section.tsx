import type { ComponentType } from "react";

import { part } from "@/pieces/part";

import type { SectionName } from "./sections";

const screens: Record<SectionName, ComponentType> = {
  tenants: part(async () => (await import("./platform/TenantsSection")).TenantsSection),
  users: part(async () => (await import("./platform/UsersSection")).UsersSection),
  members: part(async () => (await import("./members/MembersSection")).MembersSection),
  keys: part(async () => (await import("./keys/KeysSection")).KeysSection),
  database: part(async () => (await import("./database/DatabaseSection")).DatabaseSection),
  prompts: part(async () => (await import("./prompts/PromptsSection")).PromptsSection),
  examples: part(async () => (await import("./examples/ExamplesSection")).ExamplesSection),
  usage: part(async () => (await import("./usage/UsageSection")).UsageSection),
  audit: part(async () => (await import("./audit/AuditSection")).AuditSection),
  account: part(async () => (await import("./account/AccountSection")).AccountSection),
  health: part(async () => (await import("./health/HealthSection")).HealthSection),
};

/** The screen of a section; its code comes when it is opened. */
export function Section({ name }: { name: SectionName }) {
  const Screen = screens[name];
  return <Screen />;
}
