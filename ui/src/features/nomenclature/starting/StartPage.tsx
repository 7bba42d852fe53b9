import { Anchor, Paper, SegmentedControl, Skeleton, Stack, Title } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { SentShare } from "@/pieces/file/SentShare";
import { Trouble } from "@/pieces/Trouble";
import { useLeaveWarning } from "@/pieces/useLeaveWarning";

import { useCatalogues } from "../catalogue";
import { useGo } from "../place";
import { NoCatalogue } from "../runs/RunsPage";
import { useRunDraft } from "./draft";
import { FileSource } from "./FileSource";
import { NamesSource } from "./NamesSource";
import { RunForm } from "./RunForm";
import { type Source, useStart } from "./starting";

/** A new run: names from a file or pasted, the catalogue, and off. */
export function StartPage() {
  const { t } = useTranslation("nomenclature");
  const go = useGo();
  const catalogues = useCatalogues();
  return (
    <Stack maw={960} gap="sm">
      <Anchor component="button" type="button" size="sm" w="fit-content" onClick={() => go({})}>
        <IconArrowLeft size={14} style={{ verticalAlign: "-0.125em" }} aria-hidden /> {t("review.back")}
      </Anchor>
      <Title order={1} size="h3">
        {t("starting.title")}
      </Title>
      {catalogues.error && <Trouble error={catalogues.error} onAgain={() => void catalogues.refetch()} />}
      {catalogues.isPending && <Skeleton h={240} />}
      {catalogues.data && <StartForm isReady={catalogues.data.some((one) => one.indexed_at !== null)} />}
    </Stack>
  );
}

function StartForm({ isReady }: { isReady: boolean }) {
  const { t } = useTranslation("nomenclature");
  const go = useGo();
  const hold = useRunDraft();
  const [share, setShare] = useState(0);
  const starting = useStart(setShare);
  useLeaveWarning(starting.isPending); // the file is on its way, and no other visit can send it
  const [way, setWay] = useState<"file" | "paste">(hold.draft.names === "" ? "file" : "paste");
  const [chosen, setChosen] = useState<{ source: Source; rowCount: number } | null>(null);
  if (!isReady) return <NoCatalogue />;

  function turn(next: string) {
    setWay(next === "file" ? "file" : "paste");
    setChosen(null);
  }

  function start(catalogueId: number) {
    if (!chosen) return;
    const { title, candidateCount } = hold.draft;
    const wanted = { catalogueId, candidateCount, title: title.trim() };
    starting.mutate(
      { source: chosen.source, wanted },
      {
        onSuccess: (run) => {
          hold.change({ names: "", title: "" });
          go({ run: run.id }, true);
        },
      },
    );
  }

  return (
    <>
      <SegmentedControl
        w="fit-content"
        value={way}
        onChange={turn}
        data={[
          { value: "file", label: t("starting.file") },
          { value: "paste", label: t("starting.paste") },
        ]}
      />
      <Paper withBorder p="md">
        {way === "file" ? <FileSource onChange={setChosen} /> : <NamesSource hold={hold} onChange={setChosen} />}
      </Paper>
      {starting.error && <Trouble error={starting.error} />}
      {starting.isPending && way === "file" && <SentShare share={share} after={t("starting.keeping")} />}
      <RunForm hold={hold} rowCount={chosen?.rowCount ?? null} isBusy={starting.isPending} onStart={start} />
    </>
  );
}
