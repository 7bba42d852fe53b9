import "./words";

import { Loaded } from "@/pieces/Loaded";

import { useDatabase } from "./databases";
import { DatabaseTalk } from "./DatabaseTalk";
import { NoDatabase } from "./NoDatabase";
import { NotLearned } from "./NotLearned";

/** Questions to the department's database; before one is connected and learned, what is to be done for that. */
export function DatabasePage() {
  const database = useDatabase();
  return (
    <Loaded query={database}>
      {(found) => {
        if (found === null) return <NoDatabase />;
        return found.learned_at === null ? <NotLearned database={found} /> : <DatabaseTalk database={found} />;
      }}
    </Loaded>
  );
}
