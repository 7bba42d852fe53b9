import { Anchor, Badge, Button, Group, Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import { IconBooks, IconListCheck, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { moment } from "@/language/numbers";
import { EmptyState } from "@/pieces/EmptyState";
import { Trouble } from "@/pieces/Trouble";

import { type Catalogue, useCatalogues, useRights } from "./catalogues";
import { NewCatalogue } from "./NewCatalogue";
import { useGo } from "./place";

export function CatalogueList() {
  const { t } = useTranslation("catalogues");
  const found = useCatalogues();
  const { isAdmin } = useRights();
  const [isMaking, setMaking] = useState(false);
  const make = isAdmin && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
      {t("list.new")}
    </Button>
  );
  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h3">
            {t("list.title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("list.intro")}
          </Text>
        </div>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconListCheck size={16} />}
            renderRoot={(props) => <Link to="/nomenclature" {...props} />}
          >
            {t("list.toMatching")}
          </Button>
          {make}
        </Group>
      </Group>
      {found.error && <Trouble error={found.error} onAgain={() => void found.refetch()} />}
      {found.isPending && <Skeleton h={160} />}
      {found.data?.length === 0 && (
        <EmptyState icon={IconBooks} title={t("list.empty")} action={make}>
          {t(isAdmin ? "list.emptyTells" : "list.emptyAsk")}
        </EmptyState>
      )}
      {found.data && found.data.length > 0 && <CatalogueTable catalogues={found.data} />}
      {isMaking && <NewCatalogue onClose={() => setMaking(false)} />}
    </Stack>
  );
}

function CatalogueTable({ catalogues }: { catalogues: readonly Catalogue[] }) {
  const { t } = useTranslation("catalogues");
  const go = useGo();
  return (
    <Table highlightOnHover verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("list.name")}</Table.Th>
          <Table.Th>{t("list.state")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {catalogues.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>
              <Anchor component="button" type="button" size="sm" fw={500} ta="left" onClick={() => go({ catalogue: one.id })}>
                {one.name}
              </Anchor>
              <Text size="xs" c="dimmed">
                {one.slug}
              </Text>
            </Table.Td>
            <Table.Td>
              {one.indexed_at === null ? (
                <Badge variant="light" color="yellow" tt="none">
                  {t("list.notReady")}
                </Badge>
              ) : (
                <Text size="sm">{t("list.ready", { moment: moment(one.indexed_at) })}</Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
