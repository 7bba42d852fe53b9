import { Anchor, Breadcrumbs, Button, CloseButton, Group, Loader, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback, useIntersection } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { type Group as ItemGroup, labelOf } from "@/pieces/catalogue/groups";
import { useItems } from "@/pieces/catalogue/items";
import { Waiting } from "@/pieces/Loaded";
import { Trouble } from "@/pieces/Trouble";

import type { Catalogue } from "../catalogues";
import { useGo, usePlace } from "../place";
import { ItemTable } from "./ItemTable";
import classes from "./items.module.css";

const PAUSE_MS = 250;
const ITEMS_A_PAGE = 100;

type Props = {
  catalogue: Catalogue;
  groups: ReadonlyMap<string, ItemGroup>;
  /** Codes from the root to the chosen group; empty where all are shown. */
  path: readonly string[];
  onGroup: (code: string | null) => void;
};

/** The items of a group that hold all words of the search; more come as one scrolls. */
export function ItemList({ catalogue, groups, path, onGroup }: Props) {
  const { t } = useTranslation("catalogues");
  const go = useGo();
  const place = usePlace();
  const words = place.words ?? "";
  const found = useItems(catalogue.id, words, path.at(-1) ?? null, { limit: ITEMS_A_PAGE });
  const items = found.data?.pages.flatMap((page) => page.entries);
  const others = { catalogue: catalogue.id, ...(place.group === undefined ? {} : { group: place.group }) };
  const search = (next: string) => go({ ...others, ...(next === "" ? {} : { words: next }) }, true);
  return (
    <>
      <Search key={catalogue.id} words={words} isBusy={found.isFetching} onSearch={search} />
      <Group justify="space-between" gap="xs" mih={24}>
        <Path path={path} groups={groups} onGroup={onGroup} />
        {items && items.length > 0 && (
          <Text size="xs" c="dimmed" role="status">
            {t(found.hasNextPage ? "items.shownMore" : "items.shown", { count: items.length })}
          </Text>
        )}
      </Group>
      {found.error && <Trouble error={found.error} onAgain={() => void found.refetch()} />}
      {found.isPending && <Waiting lines={8} />}
      {items?.length === 0 && <Nothing words={words} onWhole={path.length > 0 ? () => onGroup(null) : null} />}
      {items && items.length > 0 && (
        <div data-stale={found.isPlaceholderData || undefined} className={classes.list}>
          <ItemTable items={items} groups={groups} words={words} onOpen={(item) => go({ ...place, item })} />
        </div>
      )}
      {found.hasNextPage && <More isBusy={found.isFetchingNextPage} onMore={() => void found.fetchNextPage()} />}
    </>
  );
}

type SearchProps = { words: string; isBusy: boolean; onSearch: (words: string) => void };

/** What is typed is searched after a short pause; the address keeps it. */
function Search({ words, isBusy, onSearch }: SearchProps) {
  const { t } = useTranslation("catalogues");
  const [typed, setTyped] = useState(words);
  const later = useDebouncedCallback((text: string) => onSearch(text.trim()), PAUSE_MS);
  const clear = (
    <CloseButton
      size="sm"
      aria-label={t("items.clear")}
      onClick={() => {
        setTyped("");
        onSearch("");
      }}
    />
  );
  return (
    <TextInput
      aria-label={t("items.search")}
      placeholder={t("items.placeholder")}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={isBusy ? <Loader size="xs" /> : typed === "" ? undefined : clear}
      value={typed}
      maxLength={200}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
    />
  );
}

type PathProps = Omit<Props, "catalogue">;

function Path({ path, groups, onGroup }: PathProps) {
  const { t } = useTranslation("catalogues");
  if (path.length === 0) return <Text size="sm">{t("items.allGroups")}</Text>;
  const nameOf = (code: string) => labelOf(groups.get(code) ?? { code, name: null });
  return (
    <Breadcrumbs separatorMargin={6} className={classes.path}>
      <Anchor component="button" type="button" size="sm" onClick={() => onGroup(null)}>
        {t("items.allGroups")}
      </Anchor>
      {path.slice(0, -1).map((code) => (
        <Anchor key={code} component="button" type="button" size="sm" onClick={() => onGroup(code)}>
          {nameOf(code)}
        </Anchor>
      ))}
      <Text size="sm" fw={500}>
        {nameOf(path.at(-1) ?? "")}
      </Text>
    </Breadcrumbs>
  );
}

function Nothing({ words, onWhole }: { words: string; onWhole: (() => void) | null }) {
  const { t } = useTranslation("catalogues");
  return (
    <Text size="sm" c="dimmed" role="status" component="div">
      {t(words === "" ? "items.nothing" : "items.nothingFound")}{" "}
      {onWhole && (
        <Anchor component="button" type="button" size="sm" onClick={onWhole}>
          {t("items.searchAll")}
        </Anchor>
      )}
    </Text>
  );
}

/** Asks for the next items when it comes into sight. */
function More({ isBusy, onMore }: { isBusy: boolean; onMore: () => void }) {
  const { t } = useTranslation("catalogues");
  const { ref, entry } = useIntersection({ rootMargin: "400px" });
  const isSeen = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (isSeen && !isBusy) onMore();
    // Asked when it comes into sight and again when an answer has come and it still is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isSeen, isBusy]);
  return (
    <Button ref={ref} variant="subtle" size="xs" loading={isBusy} onClick={onMore} mx="auto">
      {t("items.more")}
    </Button>
  );
}
