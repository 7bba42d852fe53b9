import { Anchor, Badge, Group, Skeleton, Stack, Tabs, Text, Title } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { moment } from "@/language/numbers";
import { Trouble } from "@/pieces/Trouble";

import { type CatalogueDetail, useCatalogue } from "./catalogues";
import { ImportsTab } from "./importing/ImportsTab";
import { ItemsTab } from "./items/ItemsTab";
import { type Tab, tabs, useGo } from "./place";
import { SettingsTab } from "./SettingsTab";
import { VersionsTab } from "./classifier/VersionsTab";

/** One catalogue: what is in it, how it came in, and the classifier learned from it. */
export function CatalogueView({ catalogueId, tab }: { catalogueId: number; tab: Tab }) {
  const { t } = useTranslation("catalogues");
  const go = useGo();
  const found = useCatalogue(catalogueId);
  return (
    <Stack gap="sm">
      <Anchor component="button" type="button" size="xs" w="fit-content" onClick={() => go({})}>
        <IconArrowLeft size={12} aria-hidden /> {t("list.back")}
      </Anchor>
      {found.error && <Trouble error={found.error} onAgain={() => void found.refetch()} />}
      {found.isPending && <Skeleton h={300} />}
      {found.data && (
        <>
          <CatalogueHead catalogue={found.data} />
          <Tabs
            value={tab}
            onChange={(value) => go({ catalogue: catalogueId, tab: tabs.find((one) => one === value) ?? "items" })}
            keepMounted={false}
          >
            <Tabs.List mb="sm">
              {tabs.map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {t(`tabs.${one}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="items">
              <ItemsTab catalogue={found.data} />
            </Tabs.Panel>
            <Tabs.Panel value="imports">
              <ImportsTab catalogueId={catalogueId} />
            </Tabs.Panel>
            <Tabs.Panel value="versions">
              <VersionsTab catalogueId={catalogueId} />
            </Tabs.Panel>
            <Tabs.Panel value="settings">
              <SettingsTab catalogue={found.data} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </Stack>
  );
}

function CatalogueHead({ catalogue }: { catalogue: CatalogueDetail }) {
  const { t } = useTranslation("catalogues");
  return (
    <Group gap="sm">
      <Title order={1} size="h3">
        {catalogue.name}
      </Title>
      <Text size="sm" c="dimmed">
        {t("list.items", { count: catalogue.item_count })}
      </Text>
      {catalogue.indexed_at === null ? (
        <Badge variant="light" color="yellow" tt="none">
          {t("list.notReady")}
        </Badge>
      ) : (
        <Text size="sm" c="dimmed">
          {t("list.ready", { moment: moment(catalogue.indexed_at) })}
        </Text>
      )}
    </Group>
  );
}
