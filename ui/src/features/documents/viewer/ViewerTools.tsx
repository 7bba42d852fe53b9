import { ActionIcon, Group, type ActionIconProps, Tooltip } from "@mantine/core";
import { IconArrowAutofitWidth, IconFileText, IconPhoto, IconSearch, IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Zoom } from "./zooming";

export type Look = "picture" | "words";

type Props = {
  /** Null: the page has no picture that could be shown instead of its words. */
  look: Look | null;
  onLook: (look: Look) => void;
  zoom: Zoom;
  isFinding: boolean;
  onFind: () => void;
};

/** What may be done to the page one looks at. */
export function ViewerTools({ look, onLook, zoom, isFinding, onFind }: Props) {
  const { t } = useTranslation("documents");
  return (
    <Group gap={4} wrap="nowrap">
      <Tool name={t("viewer.find")} onClick={onFind} isOn={isFinding}>
        <IconSearch size={16} />
      </Tool>
      {look && (
        <Tool name={t(look === "picture" ? "viewer.asWords" : "viewer.asPicture")} onClick={() => onLook(look === "picture" ? "words" : "picture")}>
          {look === "picture" ? <IconFileText size={16} /> : <IconPhoto size={16} />}
        </Tool>
      )}
      {look === "picture" && <Zooming zoom={zoom} />}
    </Group>
  );
}

function Zooming({ zoom }: { zoom: Zoom }) {
  const { t } = useTranslation("documents");
  return (
    <>
      <Tool name={t("viewer.zoomOut")} disabled={!zoom.canShrink} onClick={zoom.smaller}>
        <IconZoomOut size={16} />
      </Tool>
      <Tool name={t("viewer.zoomFit")} disabled={zoom.isFitting} onClick={zoom.fit}>
        <IconArrowAutofitWidth size={16} />
      </Tool>
      <Tool name={t("viewer.zoomIn")} disabled={!zoom.canGrow} onClick={zoom.larger}>
        <IconZoomIn size={16} />
      </Tool>
    </>
  );
}

type ToolProps = ActionIconProps & { name: string; isOn?: boolean; onClick: () => void; children: ReactNode };

function Tool({ name, isOn, children, ...look }: ToolProps) {
  return (
    <Tooltip label={name}>
      <ActionIcon
        variant={isOn ? "light" : "default"}
        aria-label={name}
        {...(isOn === undefined ? {} : { "aria-pressed": isOn })}
        {...look}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
