"""What a table or a column is called in words: its makers' comment, or its name taken apart."""

import re

from spravka.morphology.letters import is_cyrillic
from spravka.query_plans.schema import Column, Table
from spravka.query_plans.wording.phrases import Language

LONGEST_TITLE = 60
HUMP = re.compile(r"(?<=[a-zа-яё0-9])(?=[A-ZА-ЯЁ])|_+|\s+")


def humanised(name: str) -> str:
    """``client_id`` → client id, ``PaymentDate`` → payment date; names all in capitals in small letters."""
    words = [word for word in HUMP.split(name) if word]
    return " ".join(word if word.isupper() and not name.isupper() else word.lower() for word in words) or name


def title_of(thing: Column | Table, language: Language) -> str:
    """The head of the comment where it is in the answer's language, else the name in words.

    What follows a comma, a colon or a bracket explains: a unit, the values there may be.
    """
    comment = re.split(r"[\n.;:,(]", thing.comment.strip(), maxsplit=1)[0].strip()
    fits = is_cyrillic(comment) is (language is Language.RUSSIAN)
    if comment and fits and len(comment) <= LONGEST_TITLE:
        return comment
    return humanised(thing.name)
