import { Button, Group, Stack, Text } from "@mantine/core";

import classes from "./Answer.module.css";

type Props = {
  title: string;
  questions: readonly string[];
  /** What to write on the button instead of the whole question. */
  inShort?: readonly (string | null)[];
  /** Long ones stand below each other. */
  isList?: boolean;
  onAsk: (question: string) => void;
};

/** Questions that can be asked by a press, in the very words the server offers. */
export function Offers({ title, questions, inShort = [], isList = false, onAsk }: Props) {
  const offered = questions.filter((question, place) => questions.indexOf(question) === place);
  if (offered.length === 0) return null;
  return (
    <Stack gap={6} component="section" aria-label={title}>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      <Group gap={6} {...(isList ? { className: classes.list ?? "" } : {})}>
        {offered.map((question) => (
          <Button
            key={question}
            size="compact-sm"
            variant="default"
            radius={isList ? "md" : "xl"}
            className={classes.offer}
            classNames={{ inner: classes.offerInner ?? "", label: classes.offerLabel ?? "" }}
            title={question}
            onClick={() => onAsk(question)}
          >
            {inShort[questions.indexOf(question)] ?? question}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
