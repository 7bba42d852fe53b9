import { Button, Loader, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { type Group, namesTo } from "@/pieces/catalogue/groups";
import { type Item, useItems } from "@/pieces/catalogue/items";
import { Trouble } from "@/pieces/Trouble";

import classes from "./candidates.module.css";
import { GroupChoice } from "./GroupChoice";
import { NameDifference } from "./NameDifference";

const PAUSE_MS = 250;
const ITEMS_A_PAGE = 30;

type Props = {
  catalogueId: number;
  groups: readonly Group[];
  /** The supplier's name that an item is looked for. */
  name: string;
  field: RefObject<HTMLInputElement | null>;
  groupCode: string | null;
  onGroup: (code: string | null) => void;
  onChoose: (item: Item) => void;
};

/** Finds an item that is not among the candidates: by words, by its group, or both. */
export function CatalogueSearch({ catalogueId, groups, name, field, groupCode, onGroup, onChoose }: Props) {
  const { t } = useTranslation("nomenclature");
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const known = useMemo(() => new Map(groups.map((group) => [group.code, group])), [groups]);
  const isAsked = search !== "" || groupCode !== null;
  const found = useItems(catalogueId, search, groupCode, { limit: ITEMS_A_PAGE, enabled: isAsked });
  const place = useRef<HTMLDivElement>(null);
  const isFound = isAsked && found.isSuccess;
  // The field stands at the lower edge of the panel: what is found below it is brought into sight.
  useEffect(() => {
    if (isFound) place.current?.scrollIntoView({ block: "start" });
  }, [isFound, search, groupCode]);
  const items = found.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Stack ref={place} className={classes.search} gap="xs" role="search" aria-label={t("search.title")}>
      <Text fw={600} size="sm">
        {t("search.title")}
      </Text>
      <TextInput
        ref={field}
        aria-label={t("search.title")}
        placeholder={t("search.placeholder")}
        leftSection={<IconSearch size={16} />}
        rightSection={found.isFetching && isAsked ? <Loader size="xs" /> : undefined}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
      />
      <GroupChoice groups={groups} chosen={groupCode} onChoose={onGroup} />
      {found.error && isAsked && <Trouble error={found.error} onAgain={() => void found.refetch()} />}
      {!isAsked && (
        <Text size="xs" c="dimmed">
          {t("search.hint")}
        </Text>
      )}
      {isFound && items.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t("search.nothing")}
        </Text>
      )}
      {isAsked && (
        <ul className={classes.found}>
          {items.map((item) => (
            <li key={item.id}>
              <UnstyledButton onClick={() => onChoose(item)} aria-label={t("search.choose", { name: item.name })}>
                <Text size="sm" component="span">
                  <NameDifference name={item.name} other={name} />
                </Text>
                <Text size="xs" c="dimmed" component="span" display="block">
                  {[item.code, item.unit, namesTo(item.group_code, known).join(" › ")].filter(Boolean).join(" · ")}
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {isAsked && found.hasNextPage && (
        <Button variant="subtle" size="xs" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t("search.more")}
        </Button>
      )}
    </Stack>
  );
}
