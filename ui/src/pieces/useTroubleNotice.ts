import { notifications } from "@mantine/notifications";

import { useTroubleWords } from "./useTroubleWords";

/** Tells of an error in a notice, for deeds that have no place of their own for it (a switch, a download). */
export function useTroubleNotice(): (error: unknown) => void {
  const wordsOf = useTroubleWords();
  return (error) => {
    const { title, details } = wordsOf(error);
    notifications.show({ color: "red", title, message: details.join(" "), autoClose: 10_000 });
  };
}
