import "./words/index";

import { part } from "@/pieces/part";

import { CatalogueList } from "./CatalogueList";
import { usePlace } from "./place";

const CatalogueView = part(async () => (await import("./CatalogueView")).CatalogueView);

/** The room: every catalogue (`/catalogues`), or a part of one (`?catalogue=1&tab=imports`). */
export function CataloguesPage() {
  const { catalogue, tab } = usePlace();
  if (catalogue === undefined) return <CatalogueList />;
  return <CatalogueView key={catalogue} catalogueId={catalogue} tab={tab ?? "items"} />;
}
