import { ActionIcon, Anchor, Badge, Breadcrumbs, Drawer, Group, Stack, Table, Text, Title } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { day } from "@/language/numbers";
import { useConfirm } from "@/pieces/ConfirmDialog";
import { CopyButton } from "@/pieces/CopyButton";
import { type Group as ItemGroup, labelOf, pathTo } from "@/pieces/catalogue/groups";
import { KeysetTable } from "@/pieces/KeysetTable";
import { Loaded } from "@/pieces/Loaded";

import { useRights } from "../catalogues";
import { type ConfirmedName, useConfirmedNames, useForget, useItem } from "../contents";

type Props = {
  catalogueId: number;
  itemId: number;
  groups: ReadonlyMap<string, ItemGroup>;
  onGroup: (code: string) => void;
  onClose: () => void;
};

/** Everything known of an item: its place in the tree, what matching reads in its name, what suppliers call it. */
export function ItemCard({ catalogueId, itemId, groups, onGroup, onClose }: Props) {
  const { t } = useTranslation(["catalogues", "translation"]);
  const found = useItem(catalogueId, itemId);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t("card.title")}
      closeButtonProps={{ "aria-label": t("translation:actions.close") }}
    >
      <Loaded query={found}>
        {(item) => (
          <Stack>
            <div>
              <Title order={2} size="h4">
                {item.name}
              </Title>
              <GroupPath code={item.group_code} groups={groups} onGroup={onGroup} />
            </div>
            <Table variant="vertical" withTableBorder={false} verticalSpacing={4} layout="fixed">
              <Table.Tbody>
                <Fact title={t("items.code")}>
                  <Group gap={4} wrap="nowrap">
                    <span style={{ overflowWrap: "anywhere" }}>{item.code}</span>
                    <CopyButton text={item.code} size="xs" />
                  </Group>
                </Fact>
                <Fact title={t("items.unit")}>{item.unit ?? "—"}</Fact>
              </Table.Tbody>
            </Table>
            <Parameters parameters={item.parameters} />
            <ConfirmedNames catalogueId={catalogueId} itemId={itemId} />
          </Stack>
        )}
      </Loaded>
    </Drawer>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th w={140}>{title}</Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}

function GroupPath({ code, groups, onGroup }: Pick<Props, "groups" | "onGroup"> & { code: string }) {
  return (
    <Breadcrumbs separatorMargin={6} mt={6} style={{ flexWrap: "wrap", rowGap: 4 }}>
      {pathTo(code, groups).map((one) => (
        <Anchor key={one} component="button" type="button" size="sm" ta="left" onClick={() => onGroup(one)}>
          {labelOf(groups.get(one) ?? { code: one, name: null })}
        </Anchor>
      ))}
    </Breadcrumbs>
  );
}

function Parameters({ parameters }: { parameters: readonly string[] }) {
  const { t } = useTranslation("catalogues");
  return (
    <section aria-label={t("card.parameters")}>
      <Text fw={600} size="sm">
        {t("card.parameters")}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {t(parameters.length === 0 ? "card.noParameters" : "card.parametersTell")}
      </Text>
      <Group gap={6}>
        {parameters.map((one) => (
          <Badge key={one} variant="light" tt="none" size="md" fw={500}>
            {one}
          </Badge>
        ))}
      </Group>
    </section>
  );
}

function ConfirmedNames({ catalogueId, itemId }: Pick<Props, "catalogueId" | "itemId">) {
  const { t } = useTranslation("catalogues");
  const { isExpert } = useRights();
  const names = useConfirmedNames(catalogueId, itemId);
  const forgetting = useForget(itemId);
  const [dialog, ask] = useConfirm();
  const askToForget = (one: ConfirmedName) =>
    ask({
      title: t("card.forgetSure"),
      text: t("card.forgetTells", { name: one.name }),
      action: t("card.forget"),
      deed: () => forgetting.mutateAsync(one.id),
    });
  const forget = (one: ConfirmedName) => (
    <ActionIcon variant="subtle" color="gray" aria-label={t("card.forgetOne", { name: one.name })} onClick={() => askToForget(one)}>
      <IconX size={16} aria-hidden />
    </ActionIcon>
  );
  return (
    <section aria-label={t("card.names")}>
      <Text fw={600} size="sm">
        {t("card.names")}
      </Text>
      <Text size="xs" c="dimmed">
        {t("card.namesTell")}
      </Text>
      <KeysetTable
        label={t("card.names")}
        pages={names}
        keyOf={(one) => one.id}
        empty={
          <Text size="sm" mt={6}>
            {t("card.noNames")}
          </Text>
        }
        columns={[
          { key: "name", title: t("card.name"), cell: (one) => one.name },
          { key: "day", title: t("card.confirmed"), cell: (one) => day(one.changed_at), width: 120 },
          ...(isExpert ? [{ key: "forget", title: "", label: t("card.forget"), cell: forget, width: 44 }] : []),
        ]}
      />
      {dialog}
    </section>
  );
}
