import { IconBooks, IconDatabase, IconFileText, IconListCheck, type Icon } from "@tabler/icons-react";

import type { Mode } from "@/api/me";
import type { Words } from "@/language/words";

/** A page that belongs to a service, and stands in the menu where the service is switched on. */
type ServicePlace = {
  to: "/nomenclature" | "/catalogues" | "/database" | "/documents";
  mode: Mode;
  label: keyof Words["navigation"];
  icon: Icon;
};

export const servicePlaces: readonly ServicePlace[] = [
  { to: "/nomenclature", mode: "nomenclature", label: "nomenclature", icon: IconListCheck },
  { to: "/catalogues", mode: "nomenclature", label: "catalogues", icon: IconBooks },
  { to: "/database", mode: "databases", label: "database", icon: IconDatabase },
  { to: "/documents", mode: "documents", label: "documents", icon: IconFileText },
];

/** The page of a service that an address opens. */
export function placeAt(path: string): ServicePlace | undefined {
  return servicePlaces.find(({ to }) => path === to || path.startsWith(`${to}/`));
}

/** What the address opens, as the menu calls it; none on the first page and where there is no page. */
export function labelAt(path: string): keyof Words["navigation"] | undefined {
  return path === "/admin" ? "admin" : placeAt(path)?.label;
}
