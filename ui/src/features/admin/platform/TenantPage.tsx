import { Anchor, Button, Group, Paper, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useConfirm } from "@/pieces/ConfirmDialog";
import { Loaded } from "@/pieces/Loaded";
import { SectionHeader } from "@/pieces/SectionHeader";

import { Members } from "../members/Members";
import { searchOf } from "../place";
import { LimitForm } from "../usage/LimitForm";
import { UsageSummary } from "../usage/UsageSummary";
import { NoLlm } from "../usage/NoLlm";
import { isQuiet, useTenantUsage } from "../usage/usage";
import { ModeSwitches } from "./ModeSwitches";
import { RenameDialog } from "./RenameDialog";
import { type Tenant, useTenantChange, useTenantOf } from "./tenants";
import { OnOff } from "./TenantsSection";

/** One department: its services, people and spending. What it keeps is shown to its own people only. */
export function TenantPage({ tenantId }: { tenantId: number }) {
  const { t } = useTranslation("admin");
  const tenant = useTenantOf(tenantId);
  const usage = useTenantUsage(tenantId);
  return (
    <Stack gap="lg">
      <Anchor size="sm" renderRoot={(props) => <Link to="/admin" search={searchOf("tenants")} {...props} />}>
        <Group gap={4}>
          <IconArrowLeft size={14} />
          {t("tenants.back")}
        </Group>
      </Anchor>
      <Loaded query={tenant}>{(found) => <TenantHeader tenant={found} />}</Loaded>
      <Paper withBorder p="md">
        <ModeSwitches tenantId={tenantId} />
      </Paper>
      <Members tenantId={tenantId} />
      <Stack>
        <SectionHeader title={t("sections.usage")}>{t("usage.about")}</SectionHeader>
        <Loaded query={usage}>
          {(found) => (
            <>
              {isQuiet(found) ? <NoLlm /> : <UsageSummary usage={found} />}
              <LimitForm tenantId={tenantId} limit={found.limit} />
            </>
          )}
        </Loaded>
      </Stack>
    </Stack>
  );
}

function TenantHeader({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation("admin");
  const change = useTenantChange(tenant.id);
  const [dialog, ask] = useConfirm();
  const [isRenaming, { open, close }] = useDisclosure(false);

  function switchOff() {
    ask({
      title: t("tenants.offTitle", { name: tenant.name }),
      text: t("tenants.offText"),
      action: t("state.switchOff"),
      deed: () => change.done({ is_active: false }),
    });
  }

  return (
    <>
      <SectionHeader
        title={tenant.name}
        order={1}
        actions={
          <>
            <OnOff isOn={tenant.is_active} />
            <Button size="xs" variant="default" onClick={open}>
              {t("actions.rename")}
            </Button>
            {tenant.is_active ? (
              <Button size="xs" variant="light" color="red" onClick={switchOff}>
                {t("state.switchOff")}
              </Button>
            ) : (
              <Button size="xs" loading={change.isBusy} onClick={() => change.doNow({ is_active: true })}>
                {t("state.switchOn")}
              </Button>
            )}
          </>
        }
      >
        {t("tenants.slugIs", { slug: tenant.slug })}
      </SectionHeader>
      <RenameDialog
        opened={isRenaming}
        onClose={close}
        title={t("tenants.rename")}
        name={tenant.name}
        onRename={(name) => change.done({ name })}
      />
      {dialog}
    </>
  );
}
