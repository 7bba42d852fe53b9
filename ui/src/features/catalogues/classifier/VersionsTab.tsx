import { Button, Group, Stack, Text } from "@mantine/core";
import { IconRefresh, IconSchool } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";
import { EmptyState } from "@/pieces/EmptyState";
import { Loaded } from "@/pieces/Loaded";
import { Trouble } from "@/pieces/Trouble";

import { type Catalogue, useRights } from "../catalogues";
import { useVersions, type Version } from "../versions";
import { AccuracyLine } from "./AccuracyLine";
import { TrainingEnd } from "./TrainingEnd";
import { useTraining } from "./training";
import { VersionTable } from "./VersionTable";

/** The trainings of the catalogue's classifier: how good each is, which answers, and a new one. */
export function VersionsTab({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation("catalogues");
  const { isExpert } = useRights();
  const found = useVersions(catalogue.id);
  const training = useTraining(catalogue.id);
  return (
    <Stack>
      <Text size="sm" c="dimmed" maw={720}>
        {t("versions.intro")}
      </Text>
      {training.error && <Trouble error={training.error} />}
      <Loaded query={found} lines={5}>
        {(versions) =>
          versions.length === 0 ? (
            <EmptyState icon={IconSchool} title={t("versions.empty")}>
              {t("versions.emptyTells")}
            </EmptyState>
          ) : (
            <>
              {training.jobId !== null && catalogue.running_job_id === null && (
                <TrainingEnd jobId={training.jobId} versions={versions} onClose={training.forget} />
              )}
              <Group justify="space-between" align="flex-start">
                <Present versions={versions} confirmedCount={catalogue.confirmed_count} />
                {isExpert && (
                  <Button
                    leftSection={<IconRefresh size={16} aria-hidden />}
                    loading={training.isAsking}
                    disabled={catalogue.running_job_id !== null}
                    onClick={training.start}
                  >
                    {t("versions.train")}
                  </Button>
                )}
              </Group>
              <AccuracyLine versions={versions} />
              <VersionTable catalogueId={catalogue.id} versions={versions} canPromote={isExpert} />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

/** The version that answers: what its accuracy means, and whether there is reason to train again. */
function Present({ versions, confirmedCount }: { versions: readonly Version[]; confirmedCount: number }) {
  const { t } = useTranslation("catalogues");
  const active = versions.find((one) => one.status === "active");
  if (!active) return <Text size="sm">{t("versions.noneAnswers")}</Text>;
  const newCount = Math.max(0, confirmedCount - active.confirmed_count);
  return (
    <Group gap="md" wrap="nowrap" align="flex-start" maw={720}>
      {active.accuracy !== null && (
        <Text fz={32} fw={700} lh={1} style={{ whiteSpace: "nowrap" }}>
          {number(active.accuracy * 100, 1)} %
        </Text>
      )}
      <div>
        <Text size="sm">
          {active.accuracy === null
            ? t("versions.notJudged", { version: active.version })
            : t("versions.accuracyTells", {
                version: active.version,
                right: number(active.accuracy * 100, 0),
                count: active.held_out_count,
              })}
        </Text>
        <Text size="sm" c="dimmed">
          {newCount > 0 ? t("versions.newNames", { count: newCount }) : t("versions.noNewNames")}
        </Text>
      </div>
    </Group>
  );
}
