import { Button, Group, SegmentedControl, Stack } from "@mantine/core";
import { IconChecklist } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/pieces/EmptyState";
import { Waiting } from "@/pieces/Loaded";
import { SectionHeader } from "@/pieces/SectionHeader";
import { Trouble } from "@/pieces/Trouble";

import { ExampleCard } from "./ExampleCard";
import { type ExampleState, states, useExamples } from "./examples";
import { ReplayNow } from "./ReplayNow";

/** Questions with the queries that answer them: an expert decides which teach, and sees where a replay has changed. */
export function ExamplesSection() {
  const { t } = useTranslation("admin");
  const [state, setState] = useState<ExampleState>("candidate");
  return (
    <Stack>
      <SectionHeader title={t("sections.examples")} order={1}>
        {t("examples.about")}
      </SectionHeader>
      <ReplayNow />
      <SegmentedControl
        aria-label={t("fields.state")}
        value={state}
        onChange={(chosen) => setState(chosen as ExampleState)}
        data={states.map((one) => ({ value: one, label: t(`examples.states.${one}`) }))}
        style={{ alignSelf: "flex-start", maxWidth: "100%" }}
      />
      <ExampleList key={state} state={state} />
    </Stack>
  );
}

function ExampleList({ state }: { state: ExampleState }) {
  const { t } = useTranslation("admin");
  const { rows, error, again, hasMore, isFetchingMore, more } = useExamples(state);
  if (rows === undefined) return error ? <Trouble error={error} onAgain={again} /> : <Waiting lines={5} />;
  if (rows.length === 0) {
    return (
      <EmptyState title={t(`examples.none.${state}`)} icon={IconChecklist}>
        {t("examples.first")}
      </EmptyState>
    );
  }
  return (
    <Stack gap="sm">
      {rows.map((example) => (
        <ExampleCard key={example.id} example={example} />
      ))}
      {hasMore && (
        <Group justify="center">
          <Button size="xs" variant="subtle" loading={isFetchingMore} onClick={more}>
            {t("actions.showMore")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
