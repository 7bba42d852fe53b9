"""Choosing roles: the likeliest ways to give the mentions of a question roles, no token used twice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from spravka.question_reading.learned_parts.classifiers import Floats, Perceptron
from spravka.question_reading.mentions import Mention, MentionKind
from spravka.question_reading.roles import NO_ROLE, Sentence, candidates_of, role_features

ROLES_OF_A_MENTION = 3
LEAST_CHANCE = 0.02
TESTED = "test"
LEAST_ODDS_OF_A_PERIOD = 1.0
"""Who names a period asks for what fell in it, though few of the questions learned from do."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A mention with its role; ``log_odds`` against having none."""

    mention: Mention
    role: str
    log_odds: float

    @property
    def uses(self) -> tuple[str, ...]:
        return tuple(self.role.split("+"))


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen mentions in the order of the question. ``score`` is the sum of their odds."""

    chosen: tuple[Chosen, ...]
    score: float
    missed: float = 0.0
    """The odds, where positive, of the mentions it leaves out."""
    most_missed: float = 0.0


class RoleChooser:
    """Chances of roles for one sentence, under any skeleton."""

    def __init__(self, roles: Perceptron, sentence: Sentence) -> None:
        self._roles = roles
        self.mentions = candidates_of(sentence.mentions)
        self._size = len(sentence.heard.tokens)
        self._units = np.array([roles.units(role_features(sentence, mention)) for mention in self.mentions])

    def log_chances(self, skeleton: str) -> Floats:
        """Mentions × roles."""
        if not self.mentions:
            return np.zeros((0, len(self._roles.classes)), dtype=np.float32)
        return self._roles.log_chances(self._roles.with_word(self._units, f"skeleton={skeleton}"))

    def choices(self, skeleton: str, width: int) -> list[Choice]:
        """The best ways to choose, best first."""
        logs = self.log_chances(skeleton)
        starts: dict[int, list[Chosen]] = {}
        best: list[Chosen] = []
        periods = [mention for mention in self.mentions if mention.kind is MentionKind.PERIOD]
        for place, mention in enumerate(self.mentions):
            if any(_leads_into(mention, period) for period in periods):
                continue
            likely = self._likely(mention, logs[place])
            best += likely[:1]
            for chosen in likely:
                starts.setdefault(mention.first, []).append(chosen)
        return [_with_missed(choice, best) for choice in _beam(starts, self._size, width)]

    def _likely(self, mention: Mention, logs: Floats) -> list[Chosen]:
        none = float(logs[self._roles.class_places[NO_ROLE]])
        best = np.argsort(-logs)[: ROLES_OF_A_MENTION + 1]
        likely = [
            Chosen(mention, self._roles.classes[at], float(logs[at]) - none)
            for at in best
            if self._roles.classes[at] != NO_ROLE and logs[at] > np.log(LEAST_CHANCE)
        ]
        if mention.kind is MentionKind.PERIOD and max((one.log_odds for one in likely), default=0.0) <= 0.0:
            return [Chosen(mention, TESTED, LEAST_ODDS_OF_A_PERIOD)]
        return likely


def _leads_into(mention: Mention, period: Mention) -> bool:
    """A column called by a word before a period and the first words of that period («принятых после | 2010 года»)."""
    is_column = mention.kind is MentionKind.COLUMN
    return is_column and mention.first < period.first <= mention.last < period.last


def _beam(starts: dict[int, list[Chosen]], size: int, width: int) -> list[Choice]:
    """Left to right over the tokens: a token is skipped, or a chosen mention begins at it."""
    waiting: dict[int, list[Choice]] = {0: [Choice((), 0.0)]}
    for place in range(size):
        here = _best(waiting.pop(place, []), width)
        waiting.setdefault(place + 1, []).extend(here)
        for choice in here:
            for chosen in starts.get(place, ()):
                after = Choice((*choice.chosen, chosen), choice.score + chosen.log_odds)
                waiting.setdefault(chosen.mention.last + 1, []).append(after)
    return _best(waiting.get(size, []), width)


def _with_missed(choice: Choice, best: Sequence[Chosen]) -> Choice:
    """With what its free tokens might have meant."""
    taken = {place for part in choice.chosen for place in range(part.mention.first, part.mention.last + 1)}
    free: dict[tuple[int, int], float] = {}
    for part in best:
        span = (part.mention.first, part.mention.last)
        if part.log_odds > 0 and taken.isdisjoint(range(span[0], span[1] + 1)):
            free[span] = max(free.get(span, 0.0), part.log_odds)
    return replace(choice, missed=sum(free.values()), most_missed=max(free.values(), default=0.0))


def _best(choices: Sequence[Choice], width: int) -> list[Choice]:
    return sorted(choices, key=lambda choice: -choice.score)[:width]
