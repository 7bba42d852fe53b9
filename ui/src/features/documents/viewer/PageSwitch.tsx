import { ActionIcon, Group, NumberInput, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

type Props = { number: number; count: number | null; onPage: (number: number) => void };

/** To the page before, after, or with a number. `count`: pages that are read; null: not known. */
export function PageSwitch({ number, count, onPage }: Props) {
  const { t } = useTranslation("documents");
  const isLast = count !== null && number >= count;

  function go(wanted: number | string) {
    const page = Number(wanted);
    if (Number.isSafeInteger(page) && page !== number && page >= 1 && (count === null || page <= count)) onPage(page);
  }

  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon variant="default" disabled={number <= 1} aria-label={t("viewer.previous")} onClick={() => go(number - 1)}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <NumberInput
        size="xs"
        w={56}
        hideControls
        min={1}
        {...(count === null ? {} : { max: count })}
        allowDecimal={false}
        allowNegative={false}
        aria-label={t("viewer.page")}
        key={number}
        defaultValue={number}
        onBlur={(event) => go(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && go(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      {count !== null && (
        <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
          {t("viewer.of", { count })}
        </Text>
      )}
      <ActionIcon variant="default" disabled={isLast} aria-label={t("viewer.next")} onClick={() => go(number + 1)}>
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  );
}
