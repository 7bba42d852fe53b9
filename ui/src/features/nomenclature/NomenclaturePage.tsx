import "./words/index";

import { part } from "@/pieces/part";

import { usePlace } from "./place";
import { RunsPage } from "./runs/RunsPage";

const ReviewPage = part(async () => (await import("./review/ReviewPage")).ReviewPage);
const StartPage = part(async () => (await import("./starting/StartPage")).StartPage);

/** The room: its runs (`/nomenclature`), a new one (`?new=1`), or one run with a row open (`?run=5&row=17`). */
export function NomenclaturePage() {
  const place = usePlace();
  if (place.run !== undefined) return <ReviewPage runId={place.run} />;
  return place.isNew ? <StartPage /> : <RunsPage />;
}
