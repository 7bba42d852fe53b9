"""How often the guard refuses queries that people wrote in earnest, and whether it lets an attack through."""

import csv
import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import sqlglot
from sqlglot import exp

from spravka.evaluation.questions_databases import sqlite_knowledge
from spravka.evaluation.questions_loading import database_file, databases_in, load_questions
from spravka.query_plans.schema import DatabaseSchema, Dialect
from spravka.sql_guard.dialects import dialect_named
from spravka.sql_guard.policy import AllowedTable, GuardPolicy
from spravka.sql_guard.trying import refusal_of

ROW_LIMIT = 10_000
DEFOG_FILES: Mapping[Dialect, str] = {
    Dialect.POSTGRESQL: "postgres",
    Dialect.MYSQL: "mysql",
    Dialect.SQLITE: "sqlite",
    Dialect.MSSQL: "tsql",
}
"""The file of questions for each dialect, by the end of its name."""

CREATE_TABLE = re.compile(r"CREATE TABLE\b.*?;", re.IGNORECASE | re.DOTALL)


@dataclass
class Refusals:
    """Queries judged, and those that were refused, with the refusal."""

    judged_count: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)

    @property
    def share(self) -> float:
        return len(self.refused) / max(self.judged_count, 1)

    def judge(self, sql: str, policy: GuardPolicy) -> None:
        """Count the query."""
        self.judged_count += 1
        refusal = refusal_of(sql, policy)
        if refusal is not None:
            self.refused.append((sql, refusal.detail))


def question_refusals(questions: Path, databases: Path) -> Refusals:
    """Every gold query of a set of questions over SQLite databases."""
    found = Refusals()
    policies: dict[str, GuardPolicy] = {}
    with databases_in(databases) as files:
        for question in load_questions(questions):
            name = question.database
            file = database_file(files, name)
            if file is None:  # the archive has not every database of the questions
                continue
            if name not in policies:
                policies[name] = policy_of_schema(sqlite_knowledge(file).schema)
            found.judge(question.sql, policies[name])
    return found


def defog_refusals(folder: Path) -> Refusals:
    """Every gold query of the defog questions, each in its own dialect."""
    found = Refusals()
    for dialect, ending in DEFOG_FILES.items():
        policies: dict[str, GuardPolicy] = {}
        for name, sql in _defog_queries(folder / f"instruct_basic_{ending}.csv"):
            if name not in policies:
                policies[name] = _defog_policy(folder, name, dialect)
            found.judge(sql, policies[name])
    return found


def policy_of_schema(schema: DatabaseSchema) -> GuardPolicy:
    """All tables and columns of the schema may be read."""
    tables = tuple(
        AllowedTable(table.name, tuple(column.name for column in table.columns), table.namespace)
        for table in schema.tables
    )
    return GuardPolicy(schema.dialect.value, tables, ROW_LIMIT)


def _defog_queries(file: Path) -> Iterator[tuple[str, str]]:
    """Several right queries of a question are separated by semicolons."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for sql in row["query"].split(";"):
                if sql.strip():
                    yield row["db_name"], sql.strip()


def _defog_policy(folder: Path, name: str, dialect: Dialect) -> GuardPolicy:
    ending = "" if dialect is Dialect.POSTGRESQL else f"_{DEFOG_FILES[dialect]}"
    dump = gzip.decompress((folder / f"{name}{ending}.sql.gz").read_bytes()).decode()
    speech = dialect_named(dialect.value).sqlglot_name
    created = [sqlglot.parse_one(text, dialect=speech) for text in CREATE_TABLE.findall(dump)]
    home = name if dialect is Dialect.MYSQL else ""
    return GuardPolicy(dialect.value, tuple(_tables(created)), ROW_LIMIT, home)


def _tables(created: Iterable[exp.Expr]) -> Iterator[AllowedTable]:
    for statement in created:
        table = statement.find(exp.Table)
        if table is not None:
            columns = tuple(column.name for column in statement.find_all(exp.ColumnDef))
            yield AllowedTable(table.name, columns, table.db)
