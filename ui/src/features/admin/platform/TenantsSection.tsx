import { Anchor, Badge, Button, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBuilding, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/pieces/EmptyState";
import { type Column, KeysetTable } from "@/pieces/KeysetTable";
import { SectionHeader } from "@/pieces/SectionHeader";

import { searchOf, usePlace } from "../place";
import { When } from "../When";
import { NewTenantDialog } from "./NewTenantDialog";
import { TenantPage } from "./TenantPage";
import { type Tenant, useTenants } from "./tenants";

/** All departments, or the one that is opened. */
export function TenantsSection() {
  const { tenantId } = usePlace();
  return tenantId === null ? <TenantList /> : <TenantPage key={tenantId} tenantId={tenantId} />;
}

function TenantList() {
  const { t } = useTranslation("admin");
  const tenants = useTenants();
  const [isOpen, { open, close }] = useDisclosure(false);
  const newTenant = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t("tenants.new")}
    </Button>
  );
  return (
    <Stack>
      <SectionHeader title={t("sections.tenants")} order={1} actions={newTenant}>
        {t("tenants.about")}
      </SectionHeader>
      <KeysetTable
        label={t("sections.tenants")}
        pages={tenants}
        columns={useColumns()}
        keyOf={(tenant) => tenant.id}
        isFaded={(tenant) => !tenant.is_active}
        empty={
          <EmptyState title={t("tenants.none")} icon={IconBuilding} action={newTenant}>
            {t("tenants.first")}
          </EmptyState>
        }
      />
      <NewTenantDialog opened={isOpen} onClose={close} />
    </Stack>
  );
}

function useColumns(): Column<Tenant>[] {
  const { t } = useTranslation("admin");
  return [
    {
      key: "name",
      title: t("fields.name"),
      cell: (tenant) => (
        <Anchor size="sm" fw={500} renderRoot={(props) => <Link to="/admin" search={searchOf("tenants", tenant.id)} {...props} />}>
          {tenant.name}
        </Anchor>
      ),
    },
    { key: "slug", title: t("fields.slug"), cell: (tenant) => tenant.slug, visibleFrom: "xs" },
    { key: "state", title: t("fields.state"), cell: (tenant) => <OnOff isOn={tenant.is_active} />, width: 130 },
    { key: "made", title: t("fields.made"), cell: (tenant) => <When at={tenant.created_at} isDay />, width: 140, visibleFrom: "sm" },
  ];
}

/** Whether something is switched on, in a word. */
export function OnOff({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation("admin");
  return (
    <Badge variant="light" color={isOn ? "teal" : "gray"}>
      {isOn ? t("state.on") : t("state.off")}
    </Badge>
  );
}
