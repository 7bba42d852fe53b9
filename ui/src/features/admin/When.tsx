import { type MantineSize, Text } from "@mantine/core";

import { day, moment } from "@/language/numbers";

type Props = { at: string; isDay?: boolean; size?: MantineSize };

/** A moment, or its day alone, in a table: never broken into two lines. */
export function When({ at, isDay = false, size = "sm" }: Props) {
  return (
    <Text component="time" dateTime={at} size={size} style={{ whiteSpace: "nowrap" }}>
      {isDay ? day(at) : moment(at)}
    </Text>
  );
}
