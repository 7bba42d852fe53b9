import { useLocalStorage, useViewportSize } from "@mantine/hooks";

/** How wide a column is, in pixels; as the user has drawn it, in this browser. */
export type Width = { pixels: number; least: number; most: number; set: (pixels: number) => void; reset: () => void };

type Bounds = { usual: number; least: number; mostShare: number };

export function useWidth(name: string, { usual, least, mostShare }: Bounds): Width {
  const window = useViewportSize().width;
  const [drawn, setDrawn, forget] = useLocalStorage<number>({
    key: `spravka.width.${name}`,
    defaultValue: 0,
    getInitialValueInEffect: false,
  });
  const most = Math.max(Math.round(window * mostShare), least);
  const within = (pixels: number) => Math.round(Math.min(Math.max(pixels, least), most));
  return { pixels: within(drawn || usual), least, most, set: (pixels) => setDrawn(within(pixels)), reset: forget };
}
