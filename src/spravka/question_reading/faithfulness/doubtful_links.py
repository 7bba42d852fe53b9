"""Words that were taken for something they hardly mean."""

from collections.abc import Iterator, Sequence

from spravka.morphology.letters import is_cyrillic
from spravka.question_reading import word_keys
from spravka.question_reading.everyday.dated_verbs import EVENT_WORDS
from spravka.question_reading.everyday.facts import is_temporal
from spravka.question_reading.faithfulness.doubts import Doubt
from spravka.question_reading.frames import Field
from spravka.question_reading.hearing.heard import TokenKind
from spravka.question_reading.linking.links import Evidence, Link, LinkKind
from spravka.question_reading.mentions import Mention
from spravka.question_reading.roles import Sentence

FAR = frozenset({Evidence.MEANING, Evidence.TYPO, Evidence.ABBREVIATION})
LEAST_FAR_SCORE = 0.4
"""Below it a word that is only near to a name does not stand for it."""
LEAST_ALONE_SCORE = 0.7
"""The same where nothing else of the question leads there."""
WEAK = frozenset({Evidence.PARTIAL, Evidence.COMMENT, Evidence.DICTIONARY})
WEAK_SCORE = 0.15
LEAST_OF_A_NAME = 0.35
ONE_KEY = 1.7
"""More than the cost of any single key between two tables."""
LEAST_OF_A_COLUMN = 0.45
LEAST_HALF_SCORE = 0.5
LEAST_PIECE_SCORE = 0.4
LEAST_DEED_SCORE = 0.3
LEAST_ADJECTIVE_SCORE = 0.6
DEEDS = EVENT_WORDS | {"get", "go", "give", "let", "put", "run", "have"}
SAME_BEGINNING = 4
"""Letters by which two words are forms of one another more often than not."""
SURE = frozenset({Evidence.EXACT, Evidence.LEMMAS, Evidence.GLOSSARY, Evidence.CHOSEN, Evidence.COMMENT})
SILENT_PARTS = frozenset({"preposition", "conjunction", "pronoun"})


def link_doubts(sentence: Sentence, used: Sequence[Mention]) -> Iterator[Doubt]:
    """Doubts about what single words were taken for."""
    for mention in used:
        link = mention.link
        if link is None:
            continue
        if _is_weak(mention, link) or _is_beside_the_head(link) or _is_strange(sentence, used, mention, link):
            yield Doubt.WEAK_LINK
        if (
            _is_adjective_half(sentence, mention, link)
            or _is_alone(sentence, used, mention, link)
            or _is_a_piece(sentence, link)
        ):
            yield Doubt.WEAK_LINK
        if _is_a_deed(sentence, mention, link) or _is_half_a_compound(sentence, mention, link):
            yield Doubt.WEAK_LINK
        if _is_far(sentence, used, mention, link):
            yield Doubt.FAR_WORD
        if _is_one_of_several(sentence, mention, link):
            yield Doubt.ONE_OF_SEVERAL
        if _is_name_as_table(sentence, mention, link):
            yield Doubt.NAME_AS_TABLE


def _is_weak(mention: Mention, link: Link) -> bool:
    return link.evidence in WEAK and link.score < WEAK_SCORE


def _is_beside_the_head(link: Link) -> bool:
    """Little of a table's name: «материалов» alone are no «поставки материалов»."""
    is_told = link.evidence in (Evidence.COMMENT, Evidence.DICTIONARY)
    return link.kind is LinkKind.TABLE and is_told and link.covered < LEAST_OF_A_NAME


def _is_a_piece(sentence: Sentence, link: Link) -> bool:
    """Half of a table's name or less of a column's, and not likely: "security" is no «blocked by security»."""
    if link.evidence not in (Evidence.COMMENT, Evidence.DICTIONARY):
        return False
    if link.kind is LinkKind.TABLE:
        return link.covered <= LEAST_HALF_SCORE and link.score < LEAST_HALF_SCORE
    if link.kind is not LinkKind.COLUMN or link.covered >= LEAST_OF_A_COLUMN or link.score >= LEAST_PIECE_SCORE:
        return False
    is_date = is_temporal(sentence.schema, Field(link.table, link.column))
    return not (is_date and sentence.heard.periods)


def _is_adjective_half(sentence: Sentence, mention: Mention, link: Link) -> bool:
    """«больничных» are some of the absences («больничные и отпуска»)."""
    if link.kind is not LinkKind.TABLE or link.covered > LEAST_HALF_SCORE or link.score >= LEAST_ADJECTIVE_SCORE:
        return False
    return all(token.part == "adjective" for token in sentence.heard.tokens[mention.first : mention.last + 1])


def _is_a_deed(sentence: Sentence, mention: Mention, link: Link) -> bool:
    """ "Got", "ended", "pay": a verb of daily use is hardly the stored state that a dictionary finds for it."""
    if link.kind is not LinkKind.VALUE or link.evidence is not Evidence.DICTIONARY:
        return False
    tokens = sentence.heard.tokens[mention.first : mention.last + 1]
    if all(token.part == "verb" for token in tokens):
        return link.score < LEAST_DEED_SCORE
    return all(DEEDS & set(token.lemmas) for token in tokens)


def _is_half_a_compound(sentence: Sentence, mention: Mention, link: Link) -> bool:
    """«врачи-дерматологи» are not all the doctors: a dictionary knows one half."""
    tokens = sentence.heard.tokens[mention.first : mention.last + 1]
    is_compound = any(len(token.pieces) > 1 and is_cyrillic(token.text.lower()) for token in tokens)
    return is_compound and link.kind is LinkKind.TABLE and link.evidence in (Evidence.DICTIONARY, Evidence.COMMENT)


def _is_alone(sentence: Sentence, used: Sequence[Mention], mention: Mention, link: Link) -> bool:
    """A common word that a dictionary alone makes a value of, and nothing else of the question is there."""
    if link.kind is not LinkKind.VALUE or link.evidence is not Evidence.DICTIONARY:
        return False
    is_name = sentence.heard.tokens[mention.first].text[:1].isupper() and mention.first > 0
    return not is_name and not any(other is not mention and other.link is not None for other in used)


def _is_strange(sentence: Sentence, used: Sequence[Mention], mention: Mention, link: Link) -> bool:
    """A value that only a dictionary leads to, far from every other table spoken of."""
    is_derived = mention.first == mention.last and link.evidence is Evidence.LEMMAS and not _is_the_word(sentence, link)
    if link.kind is not LinkKind.VALUE or not (link.evidence is Evidence.DICTIONARY or is_derived):
        return False
    others = [other.link.table for other in used if other is not mention and other.link is not None]
    return bool(others) and min(sentence.graph.distance(link.table, other) for other in others) > ONE_KEY


def _is_far(sentence: Sentence, used: Sequence[Mention], mention: Mention, link: Link) -> bool:
    if link.evidence not in FAR or not _has_content(sentence, mention) or _is_form_of(sentence, mention, link):
        return False
    nearer = (other.link for other in used if other is not mention and other.link is not None)
    is_alone = not any(other.table == link.table and other.evidence not in FAR for other in nearer)
    return link.score < (LEAST_ALONE_SCORE if is_alone else LEAST_FAR_SCORE)


def _is_the_word(sentence: Sentence, link: Link) -> bool:
    lemmas = sentence.heard.tokens[link.first].lemmas
    return word_keys.normalised(link.value) in map(word_keys.normalised, lemmas)


def _has_content(sentence: Sentence, mention: Mention) -> bool:
    return any(token.part not in SILENT_PARTS for token in sentence.heard.tokens[mention.first : mention.last + 1])


def _is_form_of(sentence: Sentence, mention: Mention, link: Link) -> bool:
    """The word and the name begin alike; a name that is cut out of a longer word is another word."""
    said = (word_keys.words_of(token.text) for token in sentence.heard.tokens[mention.first : mention.last + 1])
    words = [word for several in said for word in several]
    names = word_keys.words_of(link.value or _name_of(sentence, link))
    if link.evidence is Evidence.ABBREVIATION and any(len(word) > len(name) for word in words for name in names):
        return False
    return any(word[:SAME_BEGINNING] == name[:SAME_BEGINNING] for word in words for name in names)


def _name_of(sentence: Sentence, link: Link) -> str:
    table = sentence.schema.tables_by_key[link.table]
    thing = table.columns_by_name[link.column] if link.column else table
    return f"{thing.name} {thing.comment}"


def _is_one_of_several(sentence: Sentence, mention: Mention, link: Link) -> bool:
    if link.kind is not LinkKind.VALUE or link.evidence is not Evidence.PARTIAL:
        return False
    others = (other.link for other in sentence.mentions if (other.first, other.last) == (mention.first, mention.last))
    rivals = {other.value for other in others if other is not None and _is_rival(other, link)}
    return len(rivals) > 1


def _is_rival(other: Link, link: Link) -> bool:
    is_same_place = (other.kind, other.table, other.column) == (link.kind, link.table, link.column)
    return is_same_place and other.evidence is Evidence.PARTIAL and other.covered >= link.covered


def _is_name_as_table(sentence: Sentence, mention: Mention, link: Link) -> bool:
    """A word in capitals in the middle of a question names one thing, not a kind of things."""
    if link.kind not in (LinkKind.TABLE, LinkKind.COLUMN) or link.evidence in SURE or mention.first == 0:
        return False
    tokens = sentence.heard.tokens[mention.first : mention.last + 1]
    return all(token.kind is TokenKind.QUOTED or token.text[:1].isupper() for token in tokens)
