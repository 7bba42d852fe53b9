import "./words/index";

import { CatalogueList } from "./CatalogueList";
import { CatalogueView } from "./CatalogueView";
import { usePlace } from "./place";

/** The room: every catalogue (`/catalogues`), or a part of one (`?catalogue=1&tab=imports`). */
export function CataloguesPage() {
  const { catalogue, tab } = usePlace();
  if (catalogue === undefined) return <CatalogueList />;
  return <CatalogueView key={catalogue} catalogueId={catalogue} tab={tab ?? "items"} />;
}
