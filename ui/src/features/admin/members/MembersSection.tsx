import { useTenant } from "@/api/me";

import { Members } from "./Members";

/** The people of the department that is open. */
export function MembersSection() {
  const tenant = useTenant();
  return tenant && <Members tenantId={tenant.tenant_id} order={1} />;
}
