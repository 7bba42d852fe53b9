import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBooks, IconBinaryTree } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/pieces/EmptyState";
import { labelOf, pathTo, useGroups } from "@/pieces/catalogue/groups";
import { GroupTree } from "@/pieces/catalogue/GroupTree";
import { treeOf } from "@/pieces/catalogue/tree";
import { Waiting } from "@/pieces/Loaded";
import { SideDrawer } from "@/pieces/SideDrawer";
import { Trouble } from "@/pieces/Trouble";

import { type Catalogue, useRights } from "../catalogues";
import { useGo, usePlace } from "../place";
import { ItemCard } from "./ItemCard";
import { ItemList } from "./ItemList";
import classes from "./items.module.css";

/** The groups as a tree beside the items of the chosen one; on a narrow screen the tree is behind a button. */
export function ItemsTab({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation("catalogues");
  const go = useGo();
  const { group = null, words = "", item } = usePlace();
  const [isTreeOpen, { open, close }] = useDisclosure(false);
  const found = useGroups(catalogue.id);
  const groups = useMemo(() => new Map((found.data ?? []).map((one) => [one.code, one])), [found.data]);
  const tree = useMemo(() => treeOf(found.data ?? []), [found.data]);
  const path = useMemo(() => (group === null ? [] : pathTo(group, groups)), [group, groups]);
  if (catalogue.item_count === 0) return <NoItems catalogue={catalogue} />;

  const at = { catalogue: catalogue.id, ...(words === "" ? {} : { words }) };
  const choose = (code: string | null) => {
    close();
    go({ ...at, ...(code === null || code === group ? {} : { group: code }) });
  };
  const shown = found.data ? (
    <GroupTree key={catalogue.id} tree={tree} chosen={group} path={path} onChoose={choose} />
  ) : (
    <Waiting lines={8} />
  );
  const chosen = group === null ? null : groups.get(group);
  return (
    <div className={classes.split}>
      <aside className={classes.side} aria-label={t("items.groups")}>
        {found.error ? <Trouble error={found.error} onAgain={() => void found.refetch()} /> : shown}
      </aside>
      <div className={classes.main}>
        <Button
          hiddenFrom="sm"
          variant="default"
          fullWidth
          justify="flex-start"
          leftSection={<IconBinaryTree size={16} aria-hidden />}
          onClick={open}
        >
          {chosen ? labelOf(chosen) : t("items.allGroups")}
        </Button>
        <ItemList catalogue={catalogue} groups={groups} path={path} onGroup={choose} />
      </div>
      <SideDrawer opened={isTreeOpen} onClose={close} title={t("items.groups")} hiddenFrom="sm">
        {shown}
      </SideDrawer>
      {item !== undefined && (
        <ItemCard
          key={item}
          catalogueId={catalogue.id}
          itemId={item}
          groups={groups}
          onGroup={choose}
          onClose={() => go({ ...at, ...(group === null ? {} : { group }) })}
        />
      )}
    </div>
  );
}

function NoItems({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation("catalogues");
  const go = useGo();
  const { isAdmin } = useRights();
  if (catalogue.running_job_id !== null) return <EmptyState icon={IconBooks} title={t("items.soon")} />;
  return (
    <EmptyState
      icon={IconBooks}
      title={t("items.empty")}
      action={isAdmin && <Button onClick={() => go({ catalogue: catalogue.id, tab: "imports" })}>{t("items.toImport")}</Button>}
    >
      {t(isAdmin ? "items.emptyTells" : "items.emptyAsk")}
    </EmptyState>
  );
}
