import { type ComponentType, lazy, Suspense } from "react";

import { Waiting } from "@/pieces/Loaded";

import type { SectionName } from "./sections";

const screens: Record<SectionName, ComponentType> = {
  tenants: lazy(async () => ({ default: (await import("./platform/TenantsSection")).TenantsSection })),
  users: lazy(async () => ({ default: (await import("./platform/UsersSection")).UsersSection })),
  members: lazy(async () => ({ default: (await import("./members/MembersSection")).MembersSection })),
  keys: lazy(async () => ({ default: (await import("./keys/KeysSection")).KeysSection })),
  database: lazy(async () => ({ default: (await import("./database/DatabaseSection")).DatabaseSection })),
  prompts: lazy(async () => ({ default: (await import("./prompts/PromptsSection")).PromptsSection })),
  examples: lazy(async () => ({ default: (await import("./examples/ExamplesSection")).ExamplesSection })),
  usage: lazy(async () => ({ default: (await import("./usage/UsageSection")).UsageSection })),
  audit: lazy(async () => ({ default: (await import("./audit/AuditSection")).AuditSection })),
  account: lazy(async () => ({ default: (await import("./account/AccountSection")).AccountSection })),
  health: lazy(async () => ({ default: (await import("./health/HealthSection")).HealthSection })),
};

/** The screen of a section; its code comes when it is opened. */
export function Section({ name }: { name: SectionName }) {
  const Screen = screens[name];
  return (
    <Suspense fallback={<Waiting lines={5} />}>
      <Screen />
    </Suspense>
  );
}
