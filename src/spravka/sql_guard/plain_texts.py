"""Names and strings in one plain form: names folded as the dialect folds them and quoted, strings in simple quotes."""

from sqlglot import exp

from spravka.sql_guard.policy import GuardPolicy

ASCII_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def plain_strings(tree: exp.Expr) -> exp.Expr:
    """Dollar-quoted strings become strings in simple quotes."""
    for node in list(tree.find_all(exp.RawString)):
        node.replace(exp.Literal.string(node.name))
    return tree


def fold_names(tree: exp.Expr, policy: GuardPolicy) -> None:
    """A name without quotes in PostgreSQL is one in lower case; it folds ASCII letters alone."""
    if policy.speech.folds_to_lower:
        for identifier in tree.find_all(exp.Identifier):
            if not identifier.args.get("quoted"):
                identifier.set("this", identifier.name.translate(ASCII_LOWER))


def quote_names(tree: exp.Expr) -> None:
    """Every name is quoted, so that none can be read as a keyword."""
    for identifier in tree.find_all(exp.Identifier):
        identifier.set("quoted", True)
