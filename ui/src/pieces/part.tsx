import { type ComponentType, lazy, Suspense } from "react";

import { Waiting } from "./Loaded";
import { patiently } from "./patiently";

/** A part of a room that is not wanted at once: its code comes when it is first shown. */
export function part<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(() => patiently(async () => ({ default: await load() as ComponentType<object> })));
  return function PartWhenThere(props: Props) {
    return (
      <Suspense fallback={<Waiting lines={5} />}>
        <Part {...props} />
      </Suspense>
    );
  };
}
