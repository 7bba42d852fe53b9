import { Anchor, Badge, Box, Button, Group, Loader, Stack, Table, Text } from "@mantine/core";
import { IconBooks, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { moment, number } from "@/language/numbers";
import { EmptyState } from "@/pieces/EmptyState";
import { Loaded } from "@/pieces/Loaded";
import { SectionHeader } from "@/pieces/SectionHeader";

import { type Catalogue, useCatalogues, useRights } from "./catalogues";
import { MatchButton } from "./MatchButton";
import { NewCatalogue } from "./NewCatalogue";

/** Every catalogue of the department, and a new one. */
export function CatalogueList() {
  const { t } = useTranslation("catalogues");
  const found = useCatalogues();
  const { isAdmin } = useRights();
  const [isMaking, setMaking] = useState(false);
  const make = isAdmin && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t("list.new")}
    </Button>
  );
  return (
    <Stack gap="md">
      <SectionHeader order={1} title={t("list.title")} actions={found.data && found.data.length > 0 && make}>
        {t("list.intro")}
      </SectionHeader>
      <Loaded query={found} lines={5}>
        {(catalogues) =>
          catalogues.length === 0 ? (
            <EmptyState icon={IconBooks} title={t("list.empty")} action={make}>
              {t(isAdmin ? "list.emptyTells" : "list.emptyAsk")}
            </EmptyState>
          ) : (
            <CatalogueTable catalogues={catalogues} />
          )
        }
      </Loaded>
      {isMaking && <NewCatalogue onClose={() => setMaking(false)} />}
    </Stack>
  );
}

function CatalogueTable({ catalogues }: { catalogues: readonly Catalogue[] }) {
  const { t } = useTranslation("catalogues");
  return (
    <Table highlightOnHover verticalSpacing="xs" aria-label={t("list.title")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("list.name")}</Table.Th>
          <Table.Th ta="right">{t("list.count")}</Table.Th>
          <Table.Th visibleFrom="sm" pl="xl">
            {t("list.state")}
          </Table.Th>
          <Table.Th visibleFrom="sm" aria-hidden />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {catalogues.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td style={{ overflowWrap: "anywhere" }}>
              <Anchor size="sm" fw={500} renderRoot={(props) => <Link to="/catalogues" search={{ catalogue: one.id } as never} {...props} />}>
                {one.name}
              </Anchor>
              <Text size="xs" c="dimmed">
                {one.slug}
              </Text>
              <Box hiddenFrom="sm">
                <CatalogueState catalogue={one} />
              </Box>
            </Table.Td>
            <Table.Td ta="right">{number(one.item_count)}</Table.Td>
            <Table.Td visibleFrom="sm" pl="xl">
              <CatalogueState catalogue={one} />
            </Table.Td>
            <Table.Td visibleFrom="sm" ta="right">
              {one.indexed_at !== null && <MatchButton catalogueId={one.id} size="compact-xs" variant="default" />}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Whether one can match with the catalogue, and whether something is done with it now. */
export function CatalogueState({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation("catalogues");
  if (catalogue.running_job_id !== null) {
    return (
      <Group gap={6} wrap="nowrap">
        <Loader size={12} aria-hidden />
        <Text size="sm">{t("list.busy")}</Text>
      </Group>
    );
  }
  if (catalogue.indexed_at === null) {
    return (
      <Badge variant="light" color="yellow" tt="none">
        {t("list.notReady")}
      </Badge>
    );
  }
  return (
    <Text size="sm" c="dimmed">
      {t("list.ready", { moment: moment(catalogue.indexed_at) })}
    </Text>
  );
}
