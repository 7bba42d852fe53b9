import { idOf, type Search, useAddress, useGoing } from "@/pieces/address";

export const tabs = ["items", "imports", "versions", "settings"] as const;
export type Tab = (typeof tabs)[number];

/** Where one is inside the room: a catalogue and a part of it, or the list of all. */
type Place = {
  catalogue?: number;
  tab?: Tab;
  /** The group whose items are shown. */
  group?: string;
  /** Words that the shown items hold. */
  words?: string;
  /** The item whose card is open. */
  item?: number;
};

/** The place that an address tells; what is unknown is passed over. */
export function placeOf(search: Search): Place {
  const catalogue = idOf(search.catalogue);
  const item = idOf(search.item);
  const tab = tabs.find((one) => one === search.tab);
  const group = textOf(search.group);
  const words = textOf(search.words);
  return {
    ...(catalogue === null ? {} : { catalogue }),
    ...(tab === undefined ? {} : { tab }),
    ...(group === null ? {} : { group }),
    ...(words === null ? {} : { words }),
    ...(item === null ? {} : { item }),
  };
}

export function usePlace(): Place {
  return placeOf(useAddress());
}

/** Goes to another place of the room; `isReplacing` leaves no step in the browser's history. */
export function useGo(): (place: Place, isReplacing?: boolean) => void {
  return useGoing("/catalogues");
}

/** The router reads a code such as `0101` of the address as a number, where it was put there by hand. */
function textOf(told: unknown): string | null {
  if (typeof told === "number") return String(told);
  return typeof told === "string" && told !== "" ? told : null;
}
