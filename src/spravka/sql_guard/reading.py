"""A text becomes one tree, or is refused before anything looks at the tree."""

from sqlglot import Dialect, exp
from sqlglot.errors import SqlglotError
from sqlglot.tokenizer_core import Token, TokenType

from spravka.sql_guard.errors import QueryRefused, RefusalReason
from spravka.sql_guard.policy import GuardPolicy

QUOTED = frozenset({TokenType.IDENTIFIER, TokenType.STRING, TokenType.NATIONAL_STRING, TokenType.RAW_STRING})
OPENING = frozenset({TokenType.L_PAREN, TokenType.L_BRACKET, TokenType.L_BRACE, TokenType.CASE})
OPENING_SQUARE = frozenset({TokenType.L_BRACKET, TokenType.L_BRACE})
CLOSING_SQUARE = frozenset({TokenType.R_BRACKET, TokenType.R_BRACE})
SQUARE_DEPTH = 4
BEGINNING = frozenset({TokenType.SELECT, TokenType.WITH, TokenType.VALUES, TokenType.L_PAREN})
"""What a query can begin with."""
CLOSING = frozenset({TokenType.R_PAREN, TokenType.R_BRACKET, TokenType.R_BRACE, TokenType.END})


def read_query(sql: str | exp.Expr, policy: GuardPolicy) -> exp.Expr:
    """The tree of the only statement in ``sql``; a tree is taken by the text it renders to."""
    dialect = Dialect.get_or_raise(policy.speech.sqlglot_name)
    text = sql if isinstance(sql, str) else rendered_text(sql, policy)
    tokens = read_tokens(text, dialect, policy)
    try:
        statements = dialect.parser().parse(tokens, text)
    except SqlglotError as problem:
        raise QueryRefused(RefusalReason.NOT_SQL, first_message(problem)) from None
    return only_statement([statement for statement in statements if statement is not None])


def rendered_text(tree: exp.Expr, policy: GuardPolicy) -> str:
    try:
        return tree.sql(policy.speech.sqlglot_name, identify=True, comments=False)
    except SqlglotError as problem:
        raise QueryRefused(RefusalReason.NOT_SQL, first_message(problem)) from None


def first_message(problem: SqlglotError) -> str:
    """What the parser said, without the marks of a terminal."""
    return str(problem).partition("\n")[0].partition("\x1b")[0]


def read_tokens(text: str, dialect: Dialect, policy: GuardPolicy) -> list[Token]:
    """The words of ``text``, which hold nothing that only the server would read."""
    require_readable(text, policy)
    try:
        tokens = dialect.tokenize(text)
    except SqlglotError as problem:
        raise QueryRefused(RefusalReason.NOT_SQL, first_message(problem)) from None
    if len(tokens) > policy.caps.tokens:
        raise QueryRefused(RefusalReason.TOO_LARGE, f"more than {policy.caps.tokens} words")
    require_one_query(tokens)
    require_shallow(tokens, policy.caps.depth)
    for token in tokens:
        require_quiet(token, policy)
    return tokens


def require_readable(text: str, policy: GuardPolicy) -> None:
    if len(text) > policy.caps.characters:
        raise QueryRefused(RefusalReason.TOO_LARGE, f"more than {policy.caps.characters} characters")
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise QueryRefused(RefusalReason.UNSAFE_TEXT, "a NUL or half a character")


def require_one_query(tokens: list[Token]) -> None:
    """The text begins as a query does, and nothing follows its semicolon."""
    words = iter(tokens)
    first = next(words, None)
    if first is None or first.token_type is TokenType.SEMICOLON:
        raise QueryRefused(RefusalReason.NOT_SQL, "there is no statement")
    if any(token.token_type is TokenType.SEMICOLON for token in words) and has_second_statement(tokens):
        raise QueryRefused(RefusalReason.SEVERAL_STATEMENTS, "words after a semicolon")
    if first.token_type not in BEGINNING:
        raise QueryRefused(RefusalReason.NOT_A_QUERY, first.text)


def has_second_statement(tokens: list[Token]) -> bool:
    kinds = [token.token_type for token in tokens]
    return any(kind is not TokenType.SEMICOLON for kind in kinds[kinds.index(TokenType.SEMICOLON) :])


def require_shallow(tokens: list[Token], depth: int) -> None:
    """A parser that descends into brackets must not descend without end; into square ones it goes twice each time."""
    level = square_level = 0
    for token in tokens:
        level += (token.token_type in OPENING) - (token.token_type in CLOSING)
        square_level += (token.token_type in OPENING_SQUARE) - (token.token_type in CLOSING_SQUARE)
        if level > depth or square_level > SQUARE_DEPTH:
            raise QueryRefused(RefusalReason.TOO_LARGE, "too many brackets within each other")


def require_quiet(token: Token, policy: GuardPolicy) -> None:
    """No comment that MySQL runs, and no word that begins a second statement where nothing need separate two."""
    if policy.dialect == "mysql" and any(comment.startswith(("!", "M!")) for comment in token.comments):
        raise QueryRefused(RefusalReason.EXECUTABLE_COMMENT, "/*! */")
    words = policy.speech.statement_words
    if words and token.token_type not in QUOTED and token.text.upper() in words:
        raise QueryRefused(RefusalReason.NOT_A_QUERY, token.text)


def only_statement(statements: list[exp.Expr]) -> exp.Expr:
    """The statement, out of the block that T-SQL puts several in."""
    if len(statements) == 1 and isinstance(statements[0], exp.Block):
        statements = [part for part in statements[0].expressions if part is not None]
    if not statements:
        raise QueryRefused(RefusalReason.NOT_SQL, "there is no statement")
    if len(statements) > 1:
        raise QueryRefused(RefusalReason.SEVERAL_STATEMENTS, f"{len(statements)} statements")
    return statements[0]
