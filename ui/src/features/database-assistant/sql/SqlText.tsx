import { useMemo } from "react";

import classes from "./Sql.module.css";
import { tokensOf } from "./tokens";

/** SQL with its parts told apart by colour. */
export function SqlText({ sql }: { sql: string }) {
  const tokens = useMemo(() => tokensOf(sql), [sql]);
  return (
    <pre className={classes.text} tabIndex={0} role="group" aria-label="SQL">
      <code>
        {tokens.map((token, place) =>
          token.kind === "space" || token.kind === "sign" ? (
            token.text
          ) : (
            <span key={place} data-kind={token.kind}>
              {token.text}
            </span>
          ),
        )}
      </code>
    </pre>
  );
}
