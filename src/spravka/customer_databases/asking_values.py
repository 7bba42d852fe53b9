"""Questions about stored values, as SQL trees: the same for every vendor, names quoted, nothing pasted together."""

from functools import cache

from sqlglot import exp

from spravka.query_plans.schema import Dialect, Table

SQLGLOT_NAMES = {
    Dialect.POSTGRESQL: "postgres",
    Dialect.MYSQL: "mysql",
    Dialect.MSSQL: "tsql",
    Dialect.SQLITE: "sqlite",
    Dialect.CLICKHOUSE: "clickhouse",
}


def distinct_values_sql(dialect: Dialect, table: Table, column: str, limit: int, first_rows: int | None = None) -> str:
    """Up to ``limit`` distinct values of a column, of the whole table or of its ``first_rows`` only."""
    source: exp.Expression = _table(table)
    if first_rows is not None:
        source = _select(_column(column)).from_(source).limit(first_rows).subquery("s")
    query = _select(_column(column)).distinct().from_(source).where(_is_known(_column(column))).limit(limit)
    return query.sql(SQLGLOT_NAMES[dialect])


def average_lengths_sql(dialect: Dialect, table: Table, columns: tuple[str, ...], first_rows: int) -> str:
    """The average length, in characters, of each column among the first rows."""
    numbered = {f"c{number}": column for number, column in enumerate(columns)}
    texts = [exp.alias_(_as_text(_column(column)), alias, quoted=True) for alias, column in numbered.items()]
    sample = exp.select(*texts).from_(_table(table)).limit(first_rows).subquery("s")
    averages = [exp.func("AVG", exp.Length(this=_column(alias))) for alias in numbered]
    return exp.select(*averages).from_(sample).sql(SQLGLOT_NAMES[dialect])


def overlap_sql(dialect: Dialect, table: Table, column: str, to_table: Table, to_column: str, sample: int) -> str:
    """How many of up to ``sample`` distinct values there are, and how many of them ``to_column`` holds."""
    values = exp.select(exp.alias_(_column(column), "v", quoted=True)).distinct().from_(_table(table))
    values = values.where(_is_known(_column(column))).limit(sample)
    targets = exp.select(exp.alias_(_column(to_column), "k", quoted=True)).distinct().from_(_table(to_table))
    query = (
        exp.select(exp.Count(this=_column("v", "s")), exp.Count(this=_column("k", "t")))
        .from_(values.subquery("s"))
        .join(targets.subquery("t"), on=exp.EQ(this=_column("v", "s"), expression=_column("k", "t")), join_type="left")
    )
    return query.sql(SQLGLOT_NAMES[dialect])


def distinctness_sql(dialect: Dialect, table: Table, column: str, first_rows: int) -> str:
    """How many of the first rows there are, how many have a value, and how many different values."""
    sample = _select(_column(column)).from_(_table(table)).limit(first_rows).subquery("s")
    counted = exp.Count(this=exp.Distinct(expressions=[_column(column)]))
    query = exp.select(exp.Count(this=exp.Star()), exp.Count(this=_column(column)), counted).from_(sample)
    return query.sql(SQLGLOT_NAMES[dialect])


def _select(column: exp.Column) -> exp.Select:
    return exp.select(column.copy())


def _column(name: str, table: str = "") -> exp.Column:
    return exp.column(_identifier(name), table=_identifier(table) if table else None)


def _table(table: Table) -> exp.Table:
    return exp.table_(_identifier(table.name), db=_identifier(table.namespace) if table.namespace else None)


def _is_known(column: exp.Column) -> exp.Not:
    return exp.Not(this=exp.Is(this=column, expression=exp.Null()))


def _as_text(column: exp.Column) -> exp.Cast:
    return exp.Cast(this=column, to=_text_type())


@cache
def _text_type() -> exp.DataType:
    return exp.DataType.build("VARCHAR(1000)")


def _identifier(name: str) -> exp.Identifier:
    return exp.to_identifier(name, quoted=True)
