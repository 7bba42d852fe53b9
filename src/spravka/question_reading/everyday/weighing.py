"""How well a part fits, weighed against what else its words may be, and against the words of asking among them."""

from collections.abc import Iterator
from dataclasses import replace

from spravka.morphology.letters import is_cyrillic
from spravka.query_plans.schema import ColumnKind, Table
from spravka.question_reading.everyday.dated_verbs import EVENT_WORDS, PARTICIPLE_ENDINGS
from spravka.question_reading.everyday.facts import AMOUNT_WORDS, amount_field, is_numeric, is_of_people, words_of_field
from spravka.question_reading.everyday.parts import Part, PartKind, marks_outside_periods
from spravka.question_reading.hearing.heard import Sign
from spravka.question_reading.linking.links import Evidence, Link, LinkKind
from spravka.question_reading.mentions import Mention, MentionKind
from spravka.question_reading.roles import Sentence
from spravka.question_reading.word_keys import normalised

LEAST_SCORE_OF_QUANTITY = 0.2
FAR_EVIDENCE = frozenset({Evidence.DICTIONARY, Evidence.COMMENT, Evidence.MEANING})
SAID_EVIDENCE = frozenset({Evidence.CHOSEN, Evidence.GLOSSARY, Evidence.EXACT, Evidence.LEMMAS, Evidence.PARTIAL})
WHOLE = 0.99
LEAST_COVERED_COLUMN = 0.45
QUALITY_SHARE = 0.7
SURE_TABLE = 0.8
VERY_NAME = frozenset({Evidence.EXACT, Evidence.LEMMAS})
OVER_THING_SHARE = 0.6
VIEW_SHARE = 0.75
ENCODED_SHARE = 0.6
SCRAP_SHARE = 0.65
ROLE_SHARE = 0.6
COMPARING_SIGNS = frozenset({Sign.MOST, Sign.LEAST, Sign.MORE, Sign.LESS, Sign.COMMON, Sign.RARE, Sign.NOT})
ENGLISH_PARTICIPLES = ("ed", "ing")


def _says_amount(part: Part, sentence: Sentence) -> bool:
    """«сумма», "cost": a word for an amount itself."""
    lemmas = {lemma for token in sentence.heard.tokens[part.first : part.last + 1] for lemma in token.lemmas}
    return bool(lemmas & AMOUNT_WORDS[0])


def _is_another_quantity(part: Part, sentence: Sentence) -> bool:
    """An amount is said, and the table has one: its quantities and rates are not meant."""
    if not _says_amount(part, sentence) or not is_numeric(sentence.schema, sentence.graph, part.field):
        return False
    own = amount_field(sentence.schema, sentence.graph, part.table)
    words = set() if part.field is None else set(words_of_field(sentence.schema, part.field))
    if words & AMOUNT_WORDS[2] and not words & (AMOUNT_WORDS[0] | AMOUNT_WORDS[1]):
        return True
    if part.field is None or own is None or own == part.field:
        return False
    has_amount = bool(AMOUNT_WORDS[0] & set(words_of_field(sentence.schema, own)))
    return has_amount and not AMOUNT_WORDS[0] & set(words_of_field(sentence.schema, part.field))


def weighed(part: Part, sentence: Sentence) -> Part:
    """A view is named less often than the table it is made of; a verb alone hardly names a quantity."""
    link = part.mention.link
    if link is not None and (
        _is_scrap_of_a_value(link) or _is_a_cousin(part, link, sentence) or _is_the_table_itself(part, link, sentence)
    ):
        return replace(part, score=0.0)
    if link is not None and (_is_of_asking(part, link, sentence) or _is_scrap_of_an_amount(part, link, sentence)):
        return replace(part, score=0.0)
    if link is not None and _is_scrap_of_a_table(part, link, sentence):
        return replace(part, score=part.score * SCRAP_SHARE)
    if _is_a_dated_deed(part, sentence):
        return replace(part, score=0.0)
    if part.kind is PartKind.FIELD and _is_encoded(part, sentence):
        return replace(part, score=part.score * ENCODED_SHARE)
    if _is_a_role(part, sentence):
        return replace(part, score=part.score * ROLE_SHARE)
    if part.kind is PartKind.FIELD and _is_a_thing(part, sentence):
        part = replace(part, score=part.score * OVER_THING_SHARE)
    if part.kind is PartKind.TABLE and _is_a_quality(part, sentence):
        return replace(part, score=part.score * QUALITY_SHARE)
    if part.kind is PartKind.FIELD and _is_another_quantity(part, sentence):
        return replace(part, score=0.0)
    is_far = link is not None and link.evidence in FAR_EVIDENCE and link.score < LEAST_SCORE_OF_QUANTITY
    if is_far and is_numeric(sentence.schema, sentence.graph, part.field) and not _says_amount(part, sentence):
        return replace(part, score=0.0)
    if part.kind is PartKind.TABLE and _is_less_readable(part.table, sentence):
        return replace(part, score=part.score * VIEW_SHARE)
    return part


def _is_scrap_of_a_value(link: Link) -> bool:
    """A word that only means about the same as one of a value's words: "highest" is no building called «Высота»."""
    is_said = link.evidence in SAID_EVIDENCE
    return link.kind is LinkKind.VALUE and link.covered < WHOLE and not is_said


def _is_a_cousin(part: Part, link: Link, sentence: Sentence) -> bool:
    """«бухгалтерия» is the department of this name, not the accountant whose name begins alike."""
    if part.kind is not PartKind.VALUE or _is_said(part.first, part.last, link.value, sentence):
        return False
    rivals = sentence.rivals.get((part.mention.first, part.mention.last), ())
    values = (one.link.value for one in rivals if one.kind is MentionKind.VALUE and one.link is not None)
    return any(_is_said(part.first, part.last, value, sentence) for value in values)


def _is_said(first: int, last: int, value: str, sentence: Sentence) -> bool:
    return first == last and normalised(value) in map(normalised, sentence.heard.tokens[first].lemmas)


def _is_the_table_itself(part: Part, link: Link, sentence: Sentence) -> bool:
    """«договоры» are contracts, and no kind of contracts («вид договора»)."""
    return (
        part.kind is PartKind.FIELD
        and link.covered < LEAST_COVERED_COLUMN
        and any(_names_table(other, part) and other.score > part.mention.score for other in sentence.mentions)
    )


def _is_a_thing(part: Part, sentence: Sentence) -> bool:
    """The same words are surely the name of a table, or its very name where a dictionary alone leads to the column."""
    over = [other for other in sentence.mentions if _names_table(other, part)]
    is_far = part.mention.link is not None and part.mention.link.evidence is Evidence.DICTIONARY
    if is_far and any(other.link is not None and other.link.evidence in VERY_NAME for other in over):
        return True
    return any(other.score >= SURE_TABLE and other.score > part.mention.score for other in over)


def _names_table(mention: Mention, part: Part) -> bool:
    is_same_span = (mention.first, mention.last) == (part.first, part.last)
    return is_same_span and mention.kind is MentionKind.TABLE and mention.link is not None


def _is_a_quality(part: Part, sentence: Sentence) -> bool:
    """Things are called by nouns; «запланированных» tells what they are like."""
    tokens = sentence.heard.tokens[part.first : part.last + 1]
    return all(token.part in ("adjective", "verb") and is_cyrillic(token.text) for token in tokens)


def _is_of_asking(part: Part, link: Link, sentence: Sentence) -> bool:
    """Words of comparing are no part of a name that only a dictionary leads to, nor is a deed the name of a text."""
    if link.evidence not in FAR_EVIDENCE or part.kind is not PartKind.FIELD:
        return False
    return _swallows_a_sign(part, sentence) or _is_a_deed(part, sentence)


def _swallows_a_sign(part: Part, sentence: Sentence) -> bool:
    """ "The route with the most", «отправлены позже»: a column and a comparison, not a longer name."""
    size = part.last - part.first
    return any(
        mark.sign in COMPARING_SIGNS and part.first <= mark.first <= mark.last <= part.last
        for mark in marks_outside_periods(sentence)
        if mark.last - mark.first < size
    )


def _is_a_deed(part: Part, sentence: Sentence) -> bool:
    """ "People working there", "hours worked": what is done is no post and no title."""
    if part.field is None or sentence.schema.column(part.field.table, part.field.column).kind is not ColumnKind.TEXT:
        return False
    tokens = sentence.heard.tokens[part.first : part.last + 1]
    return all(token.text.lower().endswith(ENGLISH_PARTICIPLES) and token.part == "verb" for token in tokens)


def _is_a_dated_deed(part: Part, sentence: Sentence) -> bool:
    """«выставили счетов в мае» tells what was done then, not that the bill is still in the state called so."""
    token = sentence.heard.tokens[part.first]
    if part.kind is not PartKind.VALUE or part.first != part.last or not is_cyrillic(token.text.lower()):
        return False
    is_finite = token.part == "verb" and not token.text.endswith(PARTICIPLE_ENDINGS)
    return is_finite and bool(sentence.heard.periods) and bool(EVENT_WORDS & set(token.lemmas))


def _is_encoded(part: Part, sentence: Sentence) -> bool:
    """Text kept in a coded column (JSON and the like) that a view shows in the clear."""
    if part.field is None or sentence.schema.column(part.field.table, part.field.column).kind is not ColumnKind.OTHER:
        return False
    return any(_shows(view, part.field.column) for view in sentence.schema.tables if view.is_view)


def _shows(view: Table, column: str) -> bool:
    return column in view.columns_by_name and view.columns_by_name[column].kind is ColumnKind.TEXT


def _is_less_readable(table: str, sentence: Sentence) -> bool:
    """A view of a table is; and a table whose text only its view shows in the clear."""
    known = sentence.schema.tables_by_key[table]
    encoded = {column.name for column in known.columns if column.kind is ColumnKind.OTHER}
    if not known.is_view:
        views = (
            view
            for view in sentence.schema.tables
            if view.is_view and set(view.columns_by_name) <= set(known.columns_by_name)
        )
        return any(_shows(view, column) for view in views for column in encoded)
    sources = (
        source
        for source in sentence.schema.tables
        if not source.is_view and set(known.columns_by_name) <= set(source.columns_by_name)
    )
    return not any(
        column.kind is ColumnKind.OTHER and _shows(known, column.name)
        for source in sources
        for column in source.columns
    )


def _is_scrap_of_an_amount(part: Part, link: Link, sentence: Sentence) -> bool:
    """An amount that is asked for is no table of which it is but a part of the name."""
    return part.kind is PartKind.TABLE and link.covered < WHOLE and _says_amount(part, sentence)


def _is_scrap_of_a_table(part: Part, link: Link, sentence: Sentence) -> bool:
    """Of two tables the one whose whole name is said is meant: «заказы», not the lines of orders."""
    if part.kind is not PartKind.TABLE or link.covered >= WHOLE:
        return False
    return any(_is_whole(one, link) for one in _tables_over(part, sentence))


def _is_a_role(part: Part, sentence: Sentence) -> bool:
    """«поставщики» are those of the parties that are stored as «поставщик», where parties of all kinds are kept."""
    link = part.mention.link
    if part.kind is not PartKind.TABLE or link is None or link.evidence in VERY_NAME:
        return False
    if is_of_people(sentence.schema, part.table):
        return False
    over = [one.link for one in sentence.mentions if one.kind is MentionKind.VALUE and _is_over(one, part)]
    values = {
        (one.column, one.value, one.covered >= WHOLE) for one in over if one is not None and one.table == part.table
    }
    return len(values) == 1 and all(is_whole for _, _, is_whole in values)


def _tables_over(part: Part, sentence: Sentence) -> Iterator[Mention]:
    return (one for one in sentence.mentions if one.kind is MentionKind.TABLE and _is_over(one, part))


def _is_over(mention: Mention, part: Part) -> bool:
    return (mention.first, mention.last) == (part.mention.first, part.mention.last)


def _is_whole(mention: Mention, link: Link) -> bool:
    other = mention.link
    return other is not None and other.table != link.table and other.covered >= WHOLE and other.score >= link.score
