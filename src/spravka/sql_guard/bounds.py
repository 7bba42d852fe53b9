"""Values and patterns of bounded size: small texts in a query that make large work are refused."""

import re

from sqlglot import exp

from spravka.sql_guard.errors import QueryRefused, RefusalReason
from spravka.sql_guard.policy import Caps

PATTERN_CHARACTERS = 200
REPEATED_REPETITION = re.compile(r"[*+}]\)+[*+{]|\\[1-9]|[*+}][*+{]|\{\d{3,}")
"""A repetition within a repetition, a reference back, a count over 99: what makes a pattern take for ever."""
WIDE_FORMAT = re.compile(r"\*|\d{4,}")


def require_short_string(text: str, caps: Caps) -> None:
    if len(text) > caps.string_characters:
        raise QueryRefused(RefusalReason.TOO_LARGE, f"a string of more than {caps.string_characters} characters")


def require_short_list(node: exp.Expr, caps: Caps) -> None:
    if len(node.expressions) > caps.listed_values:
        raise QueryRefused(RefusalReason.TOO_LARGE, f"more than {caps.listed_values} values in a list")


def require_short_padding(node: exp.Expr, caps: Caps) -> None:
    """LPAD and RPAD build a text of a length that is written down and small."""
    length = node.expression
    if not (isinstance(length, exp.Literal) and length.name.isdigit() and len(length.name) < 9):
        raise QueryRefused(RefusalReason.FUNCTION, "padding to a length that is not a plain number")
    if int(length.name) > caps.built_characters:
        raise QueryRefused(RefusalReason.TOO_LARGE, f"padding to {length.name} characters")


def require_tame_pattern(node: exp.Expr, caps: Caps) -> None:
    """A regular expression is written down, short, and cannot run away."""
    pattern = node.expression
    if not (isinstance(pattern, exp.Literal) and pattern.is_string) or len(pattern.name) > PATTERN_CHARACTERS:
        raise QueryRefused(RefusalReason.FUNCTION, "a pattern that is not a short string")
    if REPEATED_REPETITION.search(pattern.name):
        raise QueryRefused(RefusalReason.TOO_LARGE, f"pattern {pattern.name}")


def require_short_format(node: exp.Expr, caps: Caps) -> None:
    """``printf('%1000000d', 1)`` builds a text of that width: formats are written down, and widths small."""
    if str(node.this).lower() != "printf":
        return
    written = node.expressions[0] if node.expressions else None
    if not (isinstance(written, exp.Literal) and written.is_string):
        raise QueryRefused(RefusalReason.FUNCTION, "a format that is not a string")
    if WIDE_FORMAT.search(written.name):
        raise QueryRefused(RefusalReason.TOO_LARGE, f"format {written.name}")
