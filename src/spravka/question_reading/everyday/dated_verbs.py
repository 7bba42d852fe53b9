"""Verbs that the date of a period tells as well, and that may be passed over."""

from spravka.question_reading.linking.links import Evidence
from spravka.question_reading.roles import Sentence

LEAST_NAMED_SCORE = 0.12
PARTICIPLE_ENDINGS = tuple(
    "ый ий ая яя ое ее ые ие ых их ого его ому ему ым им ыми ими ую юю".split()  # noqa: SIM905
)
NAMED_EVIDENCE = frozenset(Evidence) - {Evidence.TYPO, Evidence.ABBREVIATION, Evidence.MEANING}
EVENT_WORDS = frozenset(
    "быть пройти проходить произойти происходить случиться сделать делать провести проводить совершить привезти "  # noqa: SIM905
    "привозить завезти завозить поступить поступать прийти приходить получить получать отгрузить отгружать поставить "
    "поставлять заключить заключать подписать подписывать купить покупать закупить закупать продать продавать "
    "продаться заплатить платить оплатить оплачивать выплатить перечислить потратить тратить взять брать принять "
    "принимать отработать наработать оформить оформлять открыть завести выставить прилететь начаться начинаться "
    "взяться make do happen occur take place receive arrive deliver bring come buy purchase sell pay spend sign "
    "conclude issue start begin work log record register book order place".split()
)
"""Verbs that say no more than that a thing was, came, or was done."""


def is_dated_verb(sentence: Sentence, place: int) -> bool:
    """What was done in a period, where the date of the period tells it as well («привозили за 30 дней»).

    Only verbs that say no more than that it was: what else a verb says («сорвалось») may not be passed over.
    """
    token = sentence.heard.tokens[place]
    if not sentence.heard.periods or not _is_plain_event(sentence, place):
        return False
    if token.part == "verb" and not token.text.isascii() and not token.text.endswith(PARTICIPLE_ENDINGS):
        return True
    is_before = token.part != "noun" and any(span.first == place + 1 for span in sentence.heard.periods)
    mention = sentence.best[place]
    return is_before and (mention is None or mention.score < LEAST_NAMED_SCORE)


def _is_plain_event(sentence: Sentence, place: int) -> bool:
    """A verb of being, doing or moving, or one that a name of the database has too."""
    lemmas = sentence.heard.tokens[place].lemmas
    return bool(EVENT_WORDS & set(lemmas)) or any(
        mention.first <= place <= mention.last and mention.link is not None and mention.link.evidence in NAMED_EVIDENCE
        for mention in sentence.mentions
    )
