import { Waiting } from "@/pieces/Loaded";

/** Stands where a page will be while its code is on its way. */
export function PageWaiting() {
  return <Waiting lines={6} />;
}
