import { Stack, Text } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { api, given } from "@/api/client";
import { useTenant } from "@/api/me";
import { EmptyState } from "@/pieces/EmptyState";
import { type Column, KeysetTable } from "@/pieces/KeysetTable";
import { SectionHeader } from "@/pieces/SectionHeader";
import { useDraft } from "@/pieces/useDraft";
import { useKeysetPages } from "@/pieces/useKeysetPages";

import { When } from "../When";
import { anything, AuditFilters, type Wanted } from "./AuditFilters";
import { momentsOf } from "./period";
import type { AuditEvent } from "./sentence";
import { actorQuery, type Actors, useActors } from "./useActors";
import { useSentences } from "./useSentences";

/** What was done in the department, by whom, the newest first. */
export function AuditSection() {
  const { t } = useTranslation("admin");
  const [wanted, setWanted] = useDraft<Wanted>("admin.audit", anything);
  const actors = useActors();
  const events = useEvents(wanted);
  const isAnything = wanted.who === null && wanted.time === "any";
  return (
    <Stack>
      <SectionHeader title={t("sections.audit")} order={1}>
        {t("audit.about")}
      </SectionHeader>
      <AuditFilters wanted={wanted} onWanted={setWanted} actors={actors} />
      <KeysetTable
        label={t("sections.audit")}
        pages={events}
        columns={useColumns(actors)}
        keyOf={(event) => event.id}
        empty={
          isAnything ? (
            <EmptyState title={t("audit.none")} icon={IconHistory} />
          ) : (
            <EmptyState title={t("audit.noneWanted")} icon={IconHistory}>
              {t("audit.noneWantedText")}
            </EmptyState>
          )
        }
      />
    </Stack>
  );
}

function useEvents(wanted: Wanted) {
  const tenant = useTenant();
  return useKeysetPages(["admin", "audit", tenant?.tenant_id, wanted], (page) => {
    const query = { ...page, ...actorQuery(wanted.who), ...momentsOf(wanted, new Date()) };
    return given(api.GET("/api/v1/audit-events", { params: { query } }));
  });
}

function useColumns({ nameOf }: Actors): Column<AuditEvent>[] {
  const { t } = useTranslation("admin");
  const sentenceOf = useSentences();
  return [
    { key: "when", title: t("fields.when"), cell: (event) => <When at={event.created_at} />, width: 190, visibleFrom: "sm" },
    { key: "who", title: t("audit.who"), cell: (event) => nameOf(event), width: 220, visibleFrom: "sm" },
    {
      key: "what",
      title: t("audit.what"),
      cell: (event) => (
        <>
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            {sentenceOf(event)}
          </Text>
          <Text size="xs" c="dimmed" component="div" hiddenFrom="sm">
            {nameOf(event)} · <When at={event.created_at} size="xs" />
          </Text>
        </>
      ),
    },
  ];
}
