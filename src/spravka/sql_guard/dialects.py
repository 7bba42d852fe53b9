"""What the guard must know of each dialect, besides its functions."""

from dataclasses import dataclass

from spravka.sql_guard.word_lists import words


@dataclass(frozen=True)
class GuardDialect:
    """A dialect: its name in sqlglot, its default namespace, and where it differs from the others."""

    sqlglot_name: str
    default_namespace: str = ""
    writes_default_namespace: bool = False
    """The default namespace is the same for every session, and so written before each table in it."""
    tells_quoted_cases_apart: bool = False
    folds_to_lower: bool = False
    """A name without quotes is one in lower case."""
    quotes_may_be_strings: bool = False
    """A double-quoted name that is no column is a string."""
    aliases_everywhere: bool = False
    """The name of a result column may be used in WHERE too."""
    nests_ctes: bool = True
    explain_prefix: str = ""
    """What is written before a query to be told its plan; empty where there is no such form."""
    statement_words: frozenset[str] = frozenset()
    """Reserved words that begin a statement where one is not separated from the next."""


TSQL_STATEMENT_WORDS = words(
    "ALTER BACKUP BEGIN BREAK BULK CHECKPOINT CLOSE COMMIT CONTINUE CREATE DBCC DEALLOCATE DECLARE DELETE DENY "
    "DROP DUMP EXEC EXECUTE EXIT GOTO GRANT IF INSERT KILL LOAD MERGE OPEN PRINT RAISERROR READTEXT RECONFIGURE "
    "RESTORE RETURN REVERT REVOKE ROLLBACK SAVE SET SETUSER SHUTDOWN TRUNCATE UPDATE UPDATETEXT USE WAITFOR WHILE "
    "WRITETEXT"
)
"""T-SQL needs no semicolon: ``SELECT 1 DELETE FROM t`` is two statements. These words are reserved there, so that no
unquoted name is one of them (Transact-SQL reference, "Reserved keywords")."""

DIALECTS = {
    "postgresql": GuardDialect(
        "postgres",
        "public",
        writes_default_namespace=True,
        tells_quoted_cases_apart=True,
        folds_to_lower=True,
        explain_prefix="EXPLAIN ",
    ),
    "mysql": GuardDialect("mysql", explain_prefix="EXPLAIN "),
    "mssql": GuardDialect("tsql", "dbo", nests_ctes=False, statement_words=TSQL_STATEMENT_WORDS),
    "sqlite": GuardDialect(
        "sqlite",
        "main",
        writes_default_namespace=True,
        quotes_may_be_strings=True,
        aliases_everywhere=True,
        explain_prefix="EXPLAIN QUERY PLAN ",
    ),
    "clickhouse": GuardDialect(
        "clickhouse", tells_quoted_cases_apart=True, aliases_everywhere=True, explain_prefix="EXPLAIN "
    ),
}


def dialect_named(name: str) -> GuardDialect:
    """The dialect of that name; raises ``ValueError`` where the guard does not know it."""
    if name not in DIALECTS:
        raise ValueError(f"The guard knows the dialects {', '.join(DIALECTS)}, not {name!r}")
    return DIALECTS[name]
