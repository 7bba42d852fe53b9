import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconBooks, IconListCheck, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/pieces/EmptyState";
import { Trouble } from "@/pieces/Trouble";

import { useCatalogues } from "../catalogue";
import { useGo } from "../place";
import { useRuns } from "./runs";
import { RunTable } from "./RunTable";

/** The runs of the department, and where a new one begins. */
export function RunsPage() {
  const { t } = useTranslation("nomenclature");
  const go = useGo();
  const found = useRuns();
  const runs = found.data?.pages.flatMap((page) => page.entries);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h3">
            {t("runs.title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("runs.intro")}
          </Text>
        </div>
        <Group gap="xs">
          <CataloguesLink />
          <Button leftSection={<IconPlus size={16} />} onClick={() => go({ isNew: true })}>
            {t("runs.new")}
          </Button>
        </Group>
      </Group>
      {found.error && <Trouble error={found.error} onAgain={() => void found.refetch()} />}
      {found.isPending && <Skeleton h={200} />}
      {runs?.length === 0 && <NoRuns />}
      {runs && runs.length > 0 && <RunTable runs={runs} />}
      {found.hasNextPage && (
        <Button variant="default" onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {t("runs.more")}
        </Button>
      )}
    </Stack>
  );
}

function CataloguesLink() {
  const { t } = useTranslation("nomenclature");
  return (
    <Button
      variant="default"
      leftSection={<IconBooks size={16} />}
      renderRoot={(props) => <Link to={"/catalogues" as never} {...props} />}
    >
      {t("runs.catalogues")}
    </Button>
  );
}

/** What to do first: a catalogue, then a price list. */
function NoRuns() {
  const { t } = useTranslation("nomenclature");
  const go = useGo();
  const catalogues = useCatalogues().data;
  if (!catalogues) return null;
  if (!catalogues.some((catalogue) => catalogue.indexed_at !== null)) return <NoCatalogue />;
  return (
    <EmptyState
      icon={IconListCheck}
      title={t("runs.empty")}
      action={<Button onClick={() => go({ isNew: true })}>{t("runs.new")}</Button>}
    >
      {t("runs.emptyTells")}
    </EmptyState>
  );
}

export function NoCatalogue() {
  const { t } = useTranslation("nomenclature");
  return (
    <EmptyState
      icon={IconBooks}
      title={t("runs.noCatalogue")}
      action={
        <Anchor renderRoot={(props) => <Link to={"/catalogues" as never} {...props} />}>{t("runs.toCatalogues")}</Anchor>
      }
    >
      {t("runs.noCatalogueTells")}
    </EmptyState>
  );
}
