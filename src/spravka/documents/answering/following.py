"""Questions that do not stand alone: «а сколько это стоит?» is asked with words of the question before it."""

import re

from spravka.passages.asking import ask
from spravka.passages.lemmas import content_terms

FEWEST_TERMS = 2
"""A question with fewer terms of its own says too little by itself."""
MOST_WORDS = 12
"""Words taken over from before, so that a long conversation does not drown the question."""

_BEGINS = re.compile(r"^\s*(?:а|и|но|тогда|and|but|what about|how about|then)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:это|этого|этому|этим|этом|эта|этой|эту|этот|эти|этих|он|она|оно|они|его|её|ее|их|ему|ей|им|него|неё|нее|них"
    r"|нему|ней|ним|нём|нем|такой|такая|такое|такие|таких|тот|та|те|того|той|там|туда"
    r"|it|its|this|that|these|those|they|them|their|he|she|his|her|there)\b",
    re.IGNORECASE,
)


def searched_text(question: str, previous: str | None) -> str:
    """What is looked for: the question, and where it leans on the ``previous`` one, the words of that too."""
    if previous is None or not leans(question):
        return question
    own = set(ask(question).terms)
    words = [word for word in previous.split() if (terms := content_terms(word)) and not own & set(terms)]
    return " ".join([question, *words[:MOST_WORDS]])


def leans(question: str) -> bool:
    """Whether the question needs the one before it to be understood."""
    if _BEGINS.search(question) or _POINTS_BACK.search(question):
        return True
    return sum(bool(content_terms(word)) for word in question.split()) < FEWEST_TERMS
