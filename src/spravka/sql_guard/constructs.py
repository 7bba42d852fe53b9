"""The parts of SQL that a query may be made of: kinds of the parser's tree, and what each may carry."""

from collections.abc import Mapping

from spravka.sql_guard.errors import RefusalReason
from spravka.sql_guard.word_lists import words

PARTS: Mapping[str, frozenset[str]] = {
    kind: words(parts)
    for kind, parts in {
        "Select": "with_ expressions distinct from_ joins where group having qualify windows order limit offset",
        "Union": "with_ this expression distinct order limit offset",
        "Intersect": "with_ this expression distinct order limit offset",
        "Except": "with_ this expression distinct order limit offset",
        "Subquery": "this alias with_ joins order limit offset",
        "Values": "expressions alias",
        "With": "expressions",
        "CTE": "this alias materialized",
        "Table": "this alias db joins",
        "TableAlias": "this columns",
        "From": "this",
        "Join": "this on side kind using method",
        "Lateral": "this alias cross_apply",
        "Where": "this",
        "Group": "expressions grouping_sets cube rollup",
        "GroupingSets": "expressions",
        "Cube": "expressions",
        "Rollup": "expressions",
        "Having": "this",
        "Qualify": "this",
        "Order": "this expressions",
        "Ordered": "this desc nulls_first",
        "Limit": "expression offset limit_options expressions",
        "LimitOptions": "percent rows with_ties",
        "Fetch": "direction count limit_options",
        "Offset": "expression",
        "Distinct": "expressions on",
        "Column": "this table db",
        "Identifier": "this quoted",
        "Star": "",
        "Alias": "this alias",
        "Literal": "this is_string",
        "National": "this",
        "Null": "",
        "Boolean": "this",
        "Var": "this",
        "Paren": "this",
        "Tuple": "expressions",
        "DataType": "this expressions nested",
        "DataTypeParam": "this",
        "Interval": "this unit",
        "IntervalSpan": "this expression",
        "In": "this expressions query",
        "Window": "this partition_by order spec alias over",
        "WindowSpec": "kind start start_side end end_side",
        "JSONPath": "expressions",
        "JSONPathRoot": "",
        "JSONPathKey": "this",
        "JSONPathSubscript": "this",
    }.items()
}
"""What the parts of a query's frame may carry: nothing else of them is rendered."""

OPERATORS = words(
    "Add All Any AtTimeZone Between BitwiseAnd BitwiseNot BitwiseOr BitwiseXor DPipe Div EQ Escape Filter GT GTE "
    "Glob ILike IgnoreNulls IntDiv Is LT LTE Like Mod Mul NEQ Neg Not NullSafeEQ NullSafeNEQ RespectNulls "
    "SimilarTo Sub WithinGroup"
)

DATA_TYPES = words(
    "BIGDECIMAL BIGINT BIT BOOLEAN CHAR DATE DATE32 DATETIME DATETIME2 DATETIME64 DECIMAL DECIMAL128 DECIMAL32 "
    "DECIMAL64 DOUBLE FLOAT INT INT128 INTERVAL JSON JSONB MEDIUMINT MONEY NCHAR NULLABLE NVARCHAR SMALLDATETIME "
    "SMALLINT SMALLMONEY TEXT TIME TIMESTAMP TIMESTAMPLTZ TIMESTAMPNTZ TIMESTAMPTZ TIMETZ TINYINT UBIGINT "
    "UDECIMAL UINT USMALLINT UTINYINT UUID VARCHAR YEAR"
)
"""What a value may be cast to. Not among them: types that look names up in the catalog (``regclass``)."""

REASONS_OF_KINDS = {
    "Lock": RefusalReason.LOCK,
    "Into": RefusalReason.INTO,
    "Hint": RefusalReason.HINT,
    "WithTableHint": RefusalReason.HINT,
    "IndexTableHint": RefusalReason.HINT,
    "QueryOption": RefusalReason.HINT,
    "Parameter": RefusalReason.PARAMETER,
    "SessionParameter": RefusalReason.PARAMETER,
    "Placeholder": RefusalReason.PARAMETER,
    "ByteString": RefusalReason.UNSAFE_TEXT,
    "UnicodeString": RefusalReason.UNSAFE_TEXT,
    "HexString": RefusalReason.UNSAFE_TEXT,
    "BitString": RefusalReason.UNSAFE_TEXT,
    "Introducer": RefusalReason.UNSAFE_TEXT,
}

REASONS_OF_PARTS = {
    ("Select", "locks"): RefusalReason.LOCK,
    ("Union", "locks"): RefusalReason.LOCK,
    ("Subquery", "locks"): RefusalReason.LOCK,
    ("Select", "into"): RefusalReason.INTO,
    ("Select", "hint"): RefusalReason.HINT,
    ("Select", "options"): RefusalReason.HINT,
    ("Select", "settings"): RefusalReason.HINT,
    ("Select", "operation_modifiers"): RefusalReason.HINT,
    ("Table", "hints"): RefusalReason.HINT,
    ("Table", "indexed"): RefusalReason.HINT,
    ("Join", "hint"): RefusalReason.HINT,
    ("With", "recursive"): RefusalReason.RECURSION,
    ("Table", "catalog"): RefusalReason.TABLE,
}
