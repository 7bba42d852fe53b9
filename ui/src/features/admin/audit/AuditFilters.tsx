import { Group, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { type Period, type Time, times } from "./period";
import type { Actors } from "./useActors";

export type Wanted = Period & { who: string | null };
export const anything: Wanted = { who: null, time: "any", from: "", to: "" };

type Props = { wanted: Wanted; onWanted: (wanted: Wanted) => void; actors: Actors };

/** Whose deeds are shown, and of which time. */
export function AuditFilters({ wanted, onWanted, actors }: Props) {
  const { t } = useTranslation("admin");
  const groups = [
    { group: t("audit.people"), items: actors.people },
    { group: t("audit.keys"), items: actors.keys },
  ];
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={t("audit.who")}
        placeholder={t("audit.everybody")}
        data={groups.filter(({ items }) => items.length > 0)}
        value={wanted.who}
        clearable
        searchable
        w={{ base: "100%", xs: 260 }}
        onChange={(who) => onWanted({ ...wanted, who })}
      />
      <Select
        label={t("audit.time")}
        data={times.map((time) => ({ value: time, label: t(`audit.times.${time}`) }))}
        value={wanted.time}
        allowDeselect={false}
        w={{ base: "100%", xs: 180 }}
        onChange={(time) => time && onWanted({ ...wanted, time: time as Time })}
      />
      {wanted.time === "own" && (
        <>
          <DayField label={t("audit.from")} value={wanted.from} onChange={(from) => onWanted({ ...wanted, from })} />
          <DayField label={t("audit.to")} value={wanted.to} onChange={(to) => onWanted({ ...wanted, to })} />
        </>
      )}
    </Group>
  );
}

function DayField({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return <TextInput type="date" label={label} value={value} w={150} onChange={(event) => onChange(event.currentTarget.value)} />;
}
