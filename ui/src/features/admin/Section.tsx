import type { ComponentType } from "react";

import { AccountSection } from "./account/AccountSection";
import { AuditSection } from "./audit/AuditSection";
import { DatabaseSection } from "./database/DatabaseSection";
import { ExamplesSection } from "./examples/ExamplesSection";
import { HealthSection } from "./health/HealthSection";
import { KeysSection } from "./keys/KeysSection";
import { MembersSection } from "./members/MembersSection";
import { TenantsSection } from "./platform/TenantsSection";
import { UsersSection } from "./platform/UsersSection";
import { PromptsSection } from "./prompts/PromptsSection";
import type { SectionName } from "./sections";
import { UsageSection } from "./usage/UsageSection";

const screens: Record<SectionName, ComponentType> = {
  tenants: TenantsSection,
  users: UsersSection,
  members: MembersSection,
  keys: KeysSection,
  database: DatabaseSection,
  prompts: PromptsSection,
  examples: ExamplesSection,
  usage: UsageSection,
  audit: AuditSection,
  account: AccountSection,
  health: HealthSection,
};

/** The screen of a section. */
export function Section({ name }: { name: SectionName }) {
  const Screen = screens[name];
  return <Screen />;
}
