import { Badge, Button, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { moment, number } from "@/language/numbers";
import { useConfirm } from "@/pieces/ConfirmDialog";

import { usePromote, type Version } from "../versions";

type Props = { catalogueId: number; versions: readonly Version[]; canPromote: boolean };

const colours = { active: "green", ready: "blue", retired: "gray" } as const;

/** Every version with its figures; another one can be let answer. */
export function VersionTable({ catalogueId, versions, canPromote }: Props) {
  const { t } = useTranslation("catalogues");
  const [dialog, ask] = useConfirm();
  const promoting = usePromote(catalogueId);
  const active = versions.find((one) => one.status === "active");
  const askToPromote = (one: Version) =>
    ask({
      title: t("versions.promoteSure", { version: one.version }),
      text: t("versions.promoteTells"),
      action: t("versions.promote"),
      deed: () => promoting.mutateAsync(one.id),
      isDangerous: false,
    });
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("versions.version")}</Table.Th>
            <Table.Th>{t("versions.status")}</Table.Th>
            <Table.Th>{t("versions.accuracy")}</Table.Th>
            <Table.Th ta="right">{t("versions.macroF1")}</Table.Th>
            <Table.Th ta="right">{t("versions.heldOut")}</Table.Th>
            <Table.Th ta="right">{t("versions.trainedOn")}</Table.Th>
            <Table.Th>{t("versions.trained")}</Table.Th>
            <Table.Th aria-hidden />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>{t("versions.number", { version: one.version })}</Table.Td>
              <Table.Td>
                <Badge variant="light" color={colours[one.status]} tt="none">
                  {t(`versions.${one.status}`)}
                </Badge>
              </Table.Td>
              <Table.Td>
                <Accuracy version={one} active={active} />
              </Table.Td>
              <Table.Td ta="right">{shareOf(one.macro_f1)}</Table.Td>
              <Table.Td ta="right">{number(one.held_out_count)}</Table.Td>
              <Table.Td ta="right">
                {number(one.item_count)} / {number(one.confirmed_count)}
              </Table.Td>
              <Table.Td>
                {moment(one.created_at)}
                <Text size="xs" c="dimmed">
                  {t("versions.seconds", { seconds: number(one.training_seconds, 1) })}
                </Text>
              </Table.Td>
              <Table.Td>
                {canPromote && one.status !== "active" && (
                  <Button size="compact-xs" variant="default" onClick={() => askToPromote(one)}>
                    {t(isOlder(one, active) ? "versions.rollBack" : "versions.promote")}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {dialog}
    </Table.ScrollContainer>
  );
}

/** The accuracy, and by how much it differs from that of the version that answers. */
function Accuracy({ version, active }: { version: Version; active: Version | undefined }) {
  const { t } = useTranslation("catalogues");
  const points = pointsAbove(version, active);
  return (
    <>
      {shareOf(version.accuracy)}
      {points !== null && points !== 0 && (
        <Text size="xs" c="dimmed">
          {t(points > 0 ? "versions.better" : "versions.worse", { points: number(Math.abs(points), 1) })}
        </Text>
      )}
    </>
  );
}

function pointsAbove(version: Version, active: Version | undefined): number | null {
  if (!active || version.id === active.id || version.accuracy === null || active.accuracy === null) return null;
  return Math.round((version.accuracy - active.accuracy) * 1000) / 10;
}

function isOlder(version: Version, active: Version | undefined): boolean {
  return active !== undefined && version.version < active.version;
}

function shareOf(share: number | null): string {
  return share === null ? "—" : `${number(share * 100, 1)} %`;
}
