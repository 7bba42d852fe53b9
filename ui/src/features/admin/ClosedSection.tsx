import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/pieces/EmptyState";

import { keeperOf, type SectionName, type Viewer } from "./sections";

/** A section that an address names and that is not open to whoever looks: who could open it. */
export function ClosedSection({ name, viewer }: { name: SectionName; viewer: Viewer }) {
  const { t } = useTranslation("admin");
  return (
    <EmptyState icon={IconLock} title={t("closed.title", { section: t(`sections.${name}`) })}>
      {t(`closed.${keeperOf(name, viewer)}`)}
    </EmptyState>
  );
}
