import { Badge, Button, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { moment, number } from "@/language/numbers";
import { useConfirm } from "@/pieces/ConfirmDialog";

import { growthOf, pointsAbove, usePromote, type Version } from "../versions";
import { growthWords } from "./words";

type Props = { catalogueId: number; versions: readonly Version[]; canPromote: boolean };

const colours = { active: "green", ready: "blue", retired: "gray" } as const;

/** Every version with its figures; another one can be let answer. `versions`: the newest first. */
export function VersionTable({ catalogueId, versions, canPromote }: Props) {
  const { t } = useTranslation("catalogues");
  const [dialog, ask] = useConfirm();
  const promoting = usePromote(catalogueId);
  const active = versions.find((one) => one.status === "active");
  const askToPromote = (one: Version) =>
    ask({
      title: t("versions.promoteSure", { version: one.version }),
      text: t("versions.promoteTells"),
      action: t(isOlder(one, active) ? "versions.rollBack" : "versions.promote"),
      deed: () => promoting.mutateAsync(one.id),
      isDangerous: false,
    });
  return (
    <Table.ScrollContainer minWidth={canPromote ? 820 : 680} type="native">
      <Table verticalSpacing={6} aria-label={t("tabs.versions")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("versions.version")}</Table.Th>
            <Table.Th>{t("versions.status")}</Table.Th>
            <Table.Th>{t("versions.accuracy")}</Table.Th>
            <Table.Th title={t("versions.evenTells")}>{t("versions.even")}</Table.Th>
            <Table.Th>{t("versions.learnedFrom")}</Table.Th>
            <Table.Th>{t("versions.when")}</Table.Th>
            {canPromote && <Table.Th aria-hidden />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map((one, place) => (
            <Table.Tr key={one.id}>
              <Table.Td>{one.version}</Table.Td>
              <Table.Td>
                <Badge variant="light" color={colours[one.status]} tt="none" miw="max-content">
                  {t(`versions.${one.status}`)}
                </Badge>
              </Table.Td>
              <Table.Td>
                <Accuracy version={one} active={active} />
              </Table.Td>
              <Table.Td>{shareOf(one.macro_f1)}</Table.Td>
              <Table.Td>
                <LearnedFrom version={one} before={versions[place + 1]} />
              </Table.Td>
              <Table.Td>
                {moment(one.created_at)}
                <Text size="xs" c="dimmed">
                  {t("versions.seconds", { seconds: number(one.training_seconds, 1) })}
                </Text>
              </Table.Td>
              {canPromote && (
                <Table.Td ta="right">
                  {one.status !== "active" && (
                    <Button size="compact-xs" variant="default" onClick={() => askToPromote(one)}>
                      {t(isOlder(one, active) ? "versions.rollBack" : "versions.promote")}
                    </Button>
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {dialog}
    </Table.ScrollContainer>
  );
}

/** The accuracy, by how much it differs from that of the version that answers, and on how many names it was judged. */
function Accuracy({ version, active }: { version: Version; active: Version | undefined }) {
  const { t } = useTranslation("catalogues");
  const points = pointsAbove(version, active);
  const against =
    points === null || points === 0 ? null : t(points > 0 ? "versions.better" : "versions.worse", { points: number(Math.abs(points), 1) });
  return (
    <>
      {shareOf(version.accuracy)}
      <Text size="xs" c="dimmed">
        {against ?? t("versions.heldOut", { count: version.held_out_count })}
      </Text>
    </>
  );
}

/** What the version was trained on, and what of it the one before had not. */
function LearnedFrom({ version, before }: { version: Version; before: Version | undefined }) {
  const { t } = useTranslation("catalogues");
  const growth = growthOf(version, before);
  return (
    <>
      {t("list.items", { count: version.item_count })}, {t("versions.confirmed", { count: version.confirmed_count })}
      {growth && (
        <Text size="xs" c="dimmed">
          {growthWords(t, growth)}
        </Text>
      )}
    </>
  );
}

function isOlder(version: Version, active: Version | undefined): boolean {
  return active !== undefined && version.version < active.version;
}

function shareOf(share: number | null): string {
  return share === null ? "—" : `${number(share * 100, 1)} %`;
}
