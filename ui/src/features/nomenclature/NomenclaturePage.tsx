import "./words/index";

import { usePlace } from "./place";
import { ReviewPage } from "./review/ReviewPage";
import { RunsPage } from "./runs/RunsPage";
import { StartPage } from "./starting/StartPage";

/** The room: its runs (`/nomenclature`), a new one (`?new=1`), or one run with a row open (`?run=5&row=17`). */
export function NomenclaturePage() {
  const place = usePlace();
  if (place.run !== undefined) return <ReviewPage runId={place.run} />;
  return place.isNew ? <StartPage /> : <RunsPage />;
}
