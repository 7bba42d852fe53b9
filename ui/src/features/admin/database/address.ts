import type { Schemas } from "@/api/client";

export type Dialect = Schemas["Dialect"];
export type Tls = "off" | "preferred" | "required" | "verified";

/** What is typed into the form; the password is not among it, for it is not kept. */
export type AddressDraft = {
  name: string;
  dialect: Dialect;
  host: string;
  port: number | null;
  database: string;
  user: string;
  tls: Tls | null;
  caFile: string;
  namespaces: string[];
};

export const dialects = ["postgresql", "mssql", "mysql", "clickhouse", "sqlite"] as const satisfies Dialect[];
export const tlsModes = ["off", "preferred", "required", "verified"] as const satisfies Tls[];

export const dialectNames: Record<Dialect, string> = {
  postgresql: "PostgreSQL",
  mssql: "Microsoft SQL Server",
  mysql: "MySQL, MariaDB",
  clickhouse: "ClickHouse",
  sqlite: "SQLite",
};

export const emptyDraft: AddressDraft = {
  name: "",
  dialect: "postgresql",
  host: "",
  port: null,
  database: "",
  user: "",
  tls: null,
  caFile: "",
  namespaces: [],
};

/** The port that is asked where none is typed; of a file there is none. */
export function usualPort(dialect: Dialect, tls: Tls | null): number | null {
  const isEncrypted = tls === "required" || tls === "verified";
  const ports = { postgresql: 5432, mysql: 3306, mssql: 1433, clickhouse: isEncrypted ? 8443 : 8123, sqlite: null };
  return ports[dialect];
}

/** What the form shows of a database that is connected. */
export function draftOf({ name, address }: Pick<Schemas["DatabaseOut"], "name" | "address">): AddressDraft {
  const { tls, ca_file: caFile, namespaces } = address.options;
  return {
    name,
    dialect: address.dialect,
    host: address.host,
    port: address.port,
    database: address.database,
    user: address.user,
    tls: tlsModes.find((mode) => mode === tls) ?? null,
    caFile: typeof caFile === "string" ? caFile : "",
    namespaces: Array.isArray(namespaces) ? namespaces.map(String) : [],
  };
}

/** The address as the server takes it: of a file its name alone, of a server only what was told. */
export function addressOf(draft: AddressDraft, password: string): Schemas["Address"] {
  const { dialect, database } = draft;
  if (dialect === "sqlite") return { dialect, database, host: "", user: "", password: "" };
  return {
    dialect,
    database,
    host: draft.host,
    user: draft.user,
    password,
    port: draft.port,
    options: {
      ...(draft.tls ? { tls: draft.tls } : {}),
      ...(draft.caFile ? { ca_file: draft.caFile } : {}),
      ...(draft.namespaces.length > 0 ? { namespaces: draft.namespaces } : {}),
    },
  };
}

/** Enough is told for the database to be reached. */
export function isComplete(draft: AddressDraft): boolean {
  const needed = draft.dialect === "sqlite" ? [draft.name, draft.database] : [draft.name, draft.database, draft.host, draft.user];
  return needed.every((text) => text.trim() !== "");
}

/** Whether the password that is kept still serves: it does for the same server, port and user only. */
export function keepsPassword(before: AddressDraft, now: AddressDraft): boolean {
  const parts = ["dialect", "host", "port", "user"] as const;
  return parts.every((part) => before[part] === now[part]);
}
