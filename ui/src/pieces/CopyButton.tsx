import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { copyText } from "./copyText";
import "./words";

const TOLD_FOR_MS = 1_500;

type Props = {
  /** The text, or how to make it when it is asked for. */
  text: string | (() => string);
  /** With a label it is a button, without one an icon. */
  label?: string;
  /** An icon all the same; the label is what it is called. */
  isIcon?: boolean;
  size?: "xs" | "sm" | "md";
};

/** Copies a text and says that it has; works without https too. */
export function CopyButton({ text, label, isIcon = false, size = "sm" }: Props) {
  const { t } = useTranslation("pieces");
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), TOLD_FOR_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    const isDone = await copyText(typeof text === "string" ? text : text());
    setCopied(isDone);
    if (!isDone) notifications.show({ color: "red", message: t("copy.refused") });
  }

  const told = isCopied ? t("copy.copied") : (label ?? t("copy.copy"));
  const Icon = isCopied ? IconCheck : IconCopy;
  if (label !== undefined && !isIcon) {
    return (
      <Button size={size} variant="default" leftSection={<Icon size={16} />} onClick={() => void copy()}>
        {isCopied ? t("copy.copied") : label}
      </Button>
    );
  }
  return (
    <Tooltip label={told}>
      <ActionIcon
        size={size}
        variant="subtle"
        color={isCopied ? "teal" : "gray"}
        aria-label={told}
        onClick={() => void copy()}
      >
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
