import { Anchor, Group, Stack, Tabs, Text, Title } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Loaded } from "@/pieces/Loaded";
import { part } from "@/pieces/part";

import { CatalogueState } from "./CatalogueList";
import { type Catalogue, useCatalogue, useRefresh } from "./catalogues";
import { VersionsTab } from "./classifier/VersionsTab";
import { ImportsTab } from "./importing/ImportsTab";
import { ItemsTab } from "./items/ItemsTab";
import { MatchButton } from "./MatchButton";
import { type Tab, tabs, useGo } from "./place";
import { Work } from "./Work";

const SettingsTab = part(async () => (await import("./SettingsTab")).SettingsTab);

/** One catalogue: what is in it, how it came in, and the classifier learned from it. */
export function CatalogueView({ catalogueId, tab }: { catalogueId: number; tab: Tab }) {
  const { t } = useTranslation("catalogues");
  const go = useGo();
  const found = useCatalogue(catalogueId);
  useNewsOfWork(found.data?.running_job_id);
  return (
    <Stack gap="sm">
      <Anchor size="sm" w="fit-content" renderRoot={(props) => <Link to="/catalogues" {...props} />}>
        <Group gap={4} component="span" wrap="nowrap">
          <IconArrowLeft size={14} aria-hidden /> {t("list.back")}
        </Group>
      </Anchor>
      <Loaded query={found} lines={6}>
        {(catalogue) => (
          <>
            <CatalogueHead catalogue={catalogue} />
            {catalogue.running_job_id !== null && <Work key={catalogue.running_job_id} jobId={catalogue.running_job_id} />}
            <Tabs
              value={tab}
              onChange={(value) => go({ catalogue: catalogueId, tab: tabs.find((one) => one === value) ?? "items" })}
              keepMounted={false}
            >
              <Tabs.List mb="sm">
                {tabs.map((one) => (
                  <Tabs.Tab key={one} value={one} px={{ base: 8, sm: "md" }}>
                    {t(`tabs.${one}`)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              <Tabs.Panel value="items">
                <ItemsTab catalogue={catalogue} />
              </Tabs.Panel>
              <Tabs.Panel value="imports">
                <ImportsTab catalogue={catalogue} />
              </Tabs.Panel>
              <Tabs.Panel value="versions">
                <VersionsTab catalogue={catalogue} />
              </Tabs.Panel>
              <Tabs.Panel value="settings">
                <SettingsTab catalogue={catalogue} />
              </Tabs.Panel>
            </Tabs>
          </>
        )}
      </Loaded>
    </Stack>
  );
}

/** Whatever was read while a job was at work may be older than its end: it is read again when that is known. */
function useNewsOfWork(jobId: number | null | undefined): void {
  const refresh = useRefresh();
  const known = useRef(jobId);
  useEffect(() => {
    const hasChanged = known.current !== undefined && known.current !== jobId;
    known.current = jobId;
    if (hasChanged) void refresh();
  }, [jobId, refresh]);
}

function CatalogueHead({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation("catalogues");
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <div>
        <Title order={1} size="h3" style={{ overflowWrap: "anywhere" }}>
          {catalogue.name}
        </Title>
        <Group gap="md">
          <Text size="sm" c="dimmed">
            {t("list.items", { count: catalogue.item_count })}
          </Text>
          {catalogue.running_job_id === null && <CatalogueState catalogue={catalogue} />}
        </Group>
      </div>
      {catalogue.indexed_at !== null && <MatchButton catalogueId={catalogue.id} />}
    </Group>
  );
}
