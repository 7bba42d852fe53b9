import { Button, Loader, Stack, Table, Text, TextInput, TreeSelect } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBooks, IconSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/pieces/EmptyState";
import { Trouble } from "@/pieces/Trouble";

import type { CatalogueDetail } from "../catalogues";
import { type Item, labelOf, treeOf, useGroups, useItems } from "../contents";
import { useGo } from "../place";
import { GroupTree } from "./GroupTree";
import classes from "./items.module.css";

const PAUSE_MS = 250;

/** The groups as a tree beside the items of the chosen one; on a narrow screen the tree is a list to choose from. */
export function ItemsTab({ catalogue }: { catalogue: CatalogueDetail }) {
  const { t } = useTranslation("catalogues");
  const [groupCode, setGroupCode] = useState<string | null>(null);
  const found = useGroups(catalogue.id);
  const groups = useMemo(() => found.data ?? [], [found.data]);
  const tree = useMemo(() => treeOf(groups), [groups]);
  const names = useMemo(() => new Map(groups.map((group) => [group.code, labelOf(group)])), [groups]);
  if (catalogue.item_count === 0) return <NoItems catalogueId={catalogue.id} />;
  return (
    <div className={classes.split}>
      <aside className={classes.tree} aria-label={t("items.groups")}>
        <GroupTree tree={tree} chosen={groupCode} onChoose={setGroupCode} />
      </aside>
      <Stack gap="xs" miw={0}>
        {found.error && <Trouble error={found.error} onAgain={() => void found.refetch()} />}
        <TreeSelect
          className={classes.choice}
          aria-label={t("items.groups")}
          placeholder={t("items.allGroups")}
          data={tree}
          value={groupCode}
          onChange={(code) => setGroupCode(code)}
          searchable
          clearable
        />
        <ItemList catalogueId={catalogue.id} groupCode={groupCode} names={names} />
      </Stack>
    </div>
  );
}

type ListProps = { catalogueId: number; groupCode: string | null; names: ReadonlyMap<string, string> };

function ItemList({ catalogueId, groupCode, names }: ListProps) {
  const { t } = useTranslation("catalogues");
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const found = useItems(catalogueId, search, groupCode);
  const items = found.data?.pages.flatMap((page) => page.entries);
  return (
    <>
      <TextInput
        aria-label={t("items.search")}
        placeholder={t("items.placeholder")}
        leftSection={<IconSearch size={16} />}
        rightSection={found.isFetching ? <Loader size="xs" /> : undefined}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.error && <Trouble error={found.error} onAgain={() => void found.refetch()} />}
      {items?.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t("items.nothing")}
        </Text>
      )}
      {items && items.length > 0 && <ItemTable items={items} names={names} />}
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t("items.more")}
        </Button>
      )}
    </>
  );
}

function ItemTable({ items, names }: { items: readonly Item[]; names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation("catalogues");
  return (
    <Table verticalSpacing={6} layout="fixed" className={classes.items}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={150} visibleFrom="sm">
            {t("items.code")}
          </Table.Th>
          <Table.Th>{t("items.name")}</Table.Th>
          <Table.Th w={72} visibleFrom="sm">
            {t("items.unit")}
          </Table.Th>
          <Table.Th w="28%" visibleFrom="md">
            {t("items.group")}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={item.id}>
            <Table.Td visibleFrom="sm">{item.code}</Table.Td>
            <Table.Td>
              {item.name}
              <Text size="xs" c="dimmed" hiddenFrom="sm">
                {[item.code, item.unit].filter(Boolean).join(" · ")}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm">{item.unit}</Table.Td>
            <Table.Td visibleFrom="md">
              <Text size="sm" c="dimmed">
                {names.get(item.group_code) ?? item.group_code}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function NoItems({ catalogueId }: { catalogueId: number }) {
  const { t } = useTranslation("catalogues");
  const go = useGo();
  return (
    <EmptyState
      icon={IconBooks}
      title={t("items.empty")}
      action={<Button onClick={() => go({ catalogue: catalogueId, tab: "imports" })}>{t("items.toImport")}</Button>}
    >
      {t("items.emptyTells")}
    </EmptyState>
  );
}
