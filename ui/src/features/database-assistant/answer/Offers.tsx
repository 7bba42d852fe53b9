import { Button, Group, Stack, Text } from "@mantine/core";

import classes from "./Answer.module.css";

type Props = { title: string; questions: readonly string[]; onAsk: (question: string) => void };

/** Questions that can be asked by a press, in the very words the server offers. */
export function Offers({ title, questions, onAsk }: Props) {
  if (questions.length === 0) return null;
  return (
    <Stack gap={6} component="section" aria-label={title}>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      <Group gap={6}>
        {questions.map((question) => (
          <Button
            key={question}
            size="compact-sm"
            variant="default"
            radius="xl"
            className={classes.offer}
            classNames={{ label: classes.offerLabel ?? "" }}
            onClick={() => onAsk(question)}
          >
            {question}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
