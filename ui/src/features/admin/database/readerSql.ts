import type { AddressDraft, Dialect } from "./address";

const ROLE = "spravka_reader";

type Place = Pick<AddressDraft, "dialect" | "database" | "namespaces">;

/** The statements by which a database's administrator makes a role that only reads; none for files, which have none. */
export function readerRoleSql({ dialect, database, namespaces }: Place): string | null {
  return statements[dialect]?.(database, namespaces).join("\n") ?? null;
}

const statements: Record<Dialect, ((database: string, namespaces: string[]) => string[]) | null> = {
  postgresql: (database, namespaces) => [
    `CREATE ROLE ${ROLE} LOGIN PASSWORD '…' NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;`,
    `ALTER ROLE ${ROLE} SET default_transaction_read_only = on;`,
    `GRANT CONNECT ON DATABASE ${doubled(database)} TO ${ROLE};`,
    ...orElse(namespaces, "public").flatMap((schema) => [
      `REVOKE CREATE ON SCHEMA ${doubled(schema)} FROM PUBLIC;`,
      `GRANT USAGE ON SCHEMA ${doubled(schema)} TO ${ROLE};`,
      `GRANT SELECT ON ALL TABLES IN SCHEMA ${doubled(schema)} TO ${ROLE};`,
    ]),
  ],
  mssql: (database, namespaces) => [
    `CREATE LOGIN ${ROLE} WITH PASSWORD = '…';`,
    `USE ${bracketed(database)};`,
    `CREATE USER ${ROLE} FOR LOGIN ${ROLE};`,
    ...orElse(namespaces, "dbo").map((schema) => `GRANT SELECT ON SCHEMA::${bracketed(schema)} TO ${ROLE};`),
  ],
  mysql: (database, namespaces) => [
    `CREATE USER '${ROLE}'@'%' IDENTIFIED BY '…';`,
    ...orElse(namespaces, database).map((name) => `GRANT SELECT ON ${backticked(name)}.* TO '${ROLE}'@'%';`),
  ],
  clickhouse: (database, namespaces) => [
    `CREATE USER ${ROLE} IDENTIFIED BY '…' SETTINGS readonly = 2;`,
    ...orElse(namespaces, database).map((name) => `GRANT SELECT ON ${backticked(name)}.* TO ${ROLE};`),
  ],
  sqlite: null,
};

function orElse(namespaces: string[], usual: string): string[] {
  return namespaces.length > 0 ? namespaces : [usual];
}

/** Names are quoted where they are not plain words, as each dialect does it. */
function doubled(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function bracketed(name: string): string {
  return /^\w+$/.test(name) ? name : `[${name.replaceAll("]", "]]")}]`;
}

function backticked(name: string): string {
  return /^\w+$/.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}
