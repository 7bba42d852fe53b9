import { Stack, Text } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { api, given, type Schemas } from "@/api/client";
import { useTenant } from "@/api/me";
import { moment } from "@/language/numbers";
import { EmptyState } from "@/pieces/EmptyState";
import { type Column, KeysetTable } from "@/pieces/KeysetTable";
import { SectionHeader } from "@/pieces/SectionHeader";
import { useKeysetPages } from "@/pieces/useKeysetPages";

import { factsOf } from "./facts";
import { useActors } from "./useActors";

type AuditEvent = Schemas["AuditEventOut"];

/** What was done in the department, by whom, the newest first. */
export function AuditSection() {
  const { t } = useTranslation("admin");
  const tenant = useTenant();
  const found = useKeysetPages(["admin", "audit", tenant?.tenant_id], (query) =>
    given(api.GET("/api/v1/audit-events", { params: { query } })),
  );
  return (
    <Stack>
      <SectionHeader title={t("sections.audit")} order={1}>
        {t("audit.about")}
      </SectionHeader>
      <KeysetTable
        label={t("sections.audit")}
        pages={found}
        columns={useColumns()}
        keyOf={(event) => event.id}
        empty={<EmptyState title={t("audit.none")} icon={IconHistory} />}
      />
    </Stack>
  );
}

function useColumns(): Column<AuditEvent>[] {
  const { t, i18n } = useTranslation("admin");
  const nameOf = useActors();
  const actionOf = ({ action }: AuditEvent) => (i18n.exists(`admin:audit.actions.${action}`) ? t(`audit.actions.${action}`) : action);
  return [
    { key: "when", title: t("fields.when"), cell: (event) => moment(event.created_at) },
    { key: "who", title: t("audit.who"), cell: nameOf },
    {
      key: "what",
      title: t("audit.what"),
      cell: (event) => (
        <>
          <Text size="sm">{actionOf(event)}</Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {[event.subject, ...factsOf(event.facts)].join(" · ")}
          </Text>
        </>
      ),
    },
  ];
}
