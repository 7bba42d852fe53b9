import { useMediaQuery } from "@mantine/hooks";

/** Mantine's `md`: two columns beside the navigation. */
const USUAL = "(min-width: 62em)";
/** Wide enough for all three. */
const WIDE = "(min-width: 95em)";

/** What there is room for: three columns on a wide window, two on a usual one, one on a telephone. */
type Room = { hasLibrary: boolean; hasViewer: boolean };

export function useRoom(isViewing: boolean): Room {
  const isUsual = useMediaQuery(USUAL, undefined, { getInitialValueInEffect: false });
  const isWide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
  return { hasLibrary: isWide || (isUsual && !isViewing), hasViewer: isUsual };
}
