import { Chip, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Choice } from "../answer";

/** Long meanings take a second line where the screen is narrow. */
const WRAPPED = { label: { height: "auto", minHeight: "var(--chip-size)", paddingBlock: 3, lineHeight: 1.4, whiteSpace: "normal" } } as const;

type Props = { choices: readonly Choice[]; isBusy: boolean; onChoose: (words: string, target: string) => void };

/** Words that may mean several things: the meaning taken is marked; a press chooses another, or makes sure of that one. */
export function Choices({ choices, isBusy, onChoose }: Props) {
  const { t } = useTranslation("database-assistant");
  return (
    <>
      {choices.map((choice) => (
        <Stack key={choice.text} gap={4} role="group" aria-label={t("choices.title", { words: choice.text })}>
          <Text size="sm">{t("choices.title", { words: choice.text })}</Text>
          <Chip.Group value={choice.options[0]?.target ?? null}>
            <Group gap={6}>
              {choice.options.map((option) => (
                <Chip
                  key={option.target}
                  value={option.target}
                  size="xs"
                  variant="light"
                  styles={WRAPPED}
                  disabled={isBusy}
                  title={option.target}
                  onClick={() => onChoose(choice.text, option.target)}
                >
                  {option.label || option.target}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <Text size="xs" c="dimmed">
            {t("choices.forAll")}
          </Text>
        </Stack>
      ))}
    </>
  );
}
