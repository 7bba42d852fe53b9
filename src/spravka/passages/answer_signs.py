"""Whether a stretch of text holds what a question of a kind would be answered by: a year, a number, a name."""

import re
from collections.abc import Callable, Sequence, Set

from spravka.passages.asking import AnswerKind, is_capitalised
from spravka.passages.words.lemmas import is_number, word_terms

_MONTHS = """
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь год век столетие десятилетие
january february march april may june july august september october november december year centuri decad
понедельник вторник среда четверг пятница суббота воскресенье sunday monday tuesday wednesday thursday friday saturday
"""
_NUMERALS = """
один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать пятнадцать двадцать тридцать сорок сто
двое трое четверо пятеро тысяча миллион миллиард половина треть четверть дюжина сотня первый второй третий
one two three four five six seven eight nine ten eleven twelv fifteen twenti thirti forti fifti hundr thousand million
billion half third quarter dozen singl doubl
"""
_REASONS = """
потому поскольку чтобы благодаря вследствие из-за ввиду причина поэтому ради because sinc due therefor caus thus order
reason result
"""
_BEFORE_PLACES = "в во на из у под возле около близ до к in at near from on to of across"
_PLACES_BEFORE = frozenset(_BEFORE_PLACES.split())
_YEAR = re.compile(r"(?:1\d|20)\d\d(?:-?\w{1,4})?")
_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d")


_TIMES = """
секунда минута час день сутки неделя месяц квартал полугодие год лето second minut hour day week month quarter year
"""
_OFTEN = """
ежедневно еженедельно ежемесячно ежеквартально ежегодно ежечасно ежесменно daily weekly monthly quarterly yearly annual
twice once
"""
_MONEY = "рубль руб р коп копейка ₽ процент доллар евро usd eur rub dollar euro pound percent cent"
_CURRENCY = re.compile(r"[$€£₽%]|\d%")
_ROLES = """
директор руководитель начальник заведующий заместитель инженер бухгалтер юрист секретарь председатель комиссия комитет
отдел служба бригада бригадир мастер прораб кладовщик механик оператор водитель инспектор представитель администрация
заказчик подрядчик исполнитель поставщик покупатель продавец арендатор арендодатель работник работодатель сторона
director manager head chief deputi engin account lawyer secretari chairman committe commiss depart crew foreman oper
driver inspector repres administr customer client contractor supplier buyer seller tenant landlord employ fitter
electrician mechan owner lesse lessor
"""
_DASHES = frozenset("–—-=:")
_DEFINING = frozenset(
    {"это", "означать", "пониматься", "понимать", "называться", "признаваться", "mean", "refer", "denot"}
)
DEFINED_WORDS = 6
"""What is defined stands among so many first words, and the sign of it so near."""
_NUMBER_AND_TIME_WORDS = 3
"""«в течение пяти рабочих дней»: the unit comes within so many words after the number."""


def answers_kind(kind: AnswerKind, words: Sequence[str], asked: Set[str]) -> float:
    """1 where ``words`` hold what a question of ``kind`` asks for beside the ``asked`` terms, -1 where not, else 0."""
    if kind is AnswerKind.ANY:
        return 0.0
    if kind is AnswerKind.DEFINITION:
        return 1.0 if _defines(words, asked) else -1.0
    sign = _SIGNS[kind]
    fresh = (index for index, word in enumerate(words) if asked.isdisjoint(word_terms(word)))
    return 1.0 if any(sign(words, index) for index in fresh) else -1.0


def is_role(word: str) -> bool:
    """Whether it names somebody by his office or his part in a contract."""
    return not _ROLE_WORDS.isdisjoint(word_terms(word))


def _defines(words: Sequence[str], asked: Set[str]) -> bool:
    """«Работы – …», «под Работами понимаются», "Works means": what is asked about, and soon after it that it means."""
    heads = [index for index, word in enumerate(words[:DEFINED_WORDS]) if not asked.isdisjoint(word_terms(word))]
    return any(
        word in _DASHES or not _DEFINING.isdisjoint(word_terms(word))
        for index in heads
        for word in words[index + 1 : index + 1 + DEFINED_WORDS]
    )


def _is_date(words: Sequence[str], index: int) -> bool:
    terms = word_terms(words[index])
    return any(term in _DATE_WORDS or _YEAR.fullmatch(term) or _DATE.fullmatch(term) for term in terms)


def _is_date_or_duration(words: Sequence[str], index: int) -> bool:
    """«Когда …?» is also answered by «в течение пяти дней»."""
    return _is_date(words, index) or _is_duration(words, index)


def _is_duration(words: Sequence[str], index: int) -> bool:
    if not _OFTEN_WORDS.isdisjoint(word_terms(words[index])):
        return True
    following = words[index + 1 : index + 1 + _NUMBER_AND_TIME_WORDS]
    return _is_number(words, index) and any(not _TIME_WORDS.isdisjoint(word_terms(word)) for word in following)


def _is_money(words: Sequence[str], index: int) -> bool:
    return bool(_CURRENCY.search(words[index])) or not _MONEY_WORDS.isdisjoint(word_terms(words[index]))


def _is_number(words: Sequence[str], index: int) -> bool:
    return any(is_number(term) or term in _NUMBER_WORDS for term in word_terms(words[index]))


def _is_name(words: Sequence[str], index: int) -> bool:
    """A name, or who somebody is by his office."""
    if is_role(words[index]):
        return True
    return is_capitalised(words[index]) and (index > 0 or is_capitalised("".join(words[1:2])))


def _is_place(words: Sequence[str], index: int) -> bool:
    return index > 0 and is_capitalised(words[index]) and words[index - 1].lower() in _PLACES_BEFORE


def _is_reason(words: Sequence[str], index: int) -> bool:
    return any(term in _REASON_WORDS for term in word_terms(words[index]))


_DATE_WORDS, _NUMBER_WORDS, _REASON_WORDS, _TIME_WORDS, _OFTEN_WORDS, _MONEY_WORDS, _ROLE_WORDS = (
    frozenset(words.split()) for words in (_MONTHS, _NUMERALS, _REASONS, _TIMES, _OFTEN, _MONEY, _ROLES)
)
_SIGNS: dict[AnswerKind, Callable[[Sequence[str], int], bool]] = {
    AnswerKind.DATE: _is_date_or_duration,
    AnswerKind.DURATION: _is_duration,
    AnswerKind.MONEY: _is_money,
    AnswerKind.NUMBER: _is_number,
    AnswerKind.NAME: _is_name,
    AnswerKind.PLACE: _is_place,
    AnswerKind.REASON: _is_reason,
}
