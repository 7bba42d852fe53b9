"""The reader: prepared once for a database, it reads questions into plans or declines them."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from spravka.query_plans.describing import describe
from spravka.query_plans.plan import QueryPlan, RelativePeriod
from spravka.question_reading.ambiguity import choices_of
from spravka.question_reading.confidence import (
    PROBED_CANDIDATES,
    Outcome,
    Probe,
    best_place,
    outcome_of,
    plain_numbers,
    probed_numbers,
)
from spravka.question_reading.declining import declined, is_no_question_for_rows
from spravka.question_reading.enumerating import Candidate, enumerate_frames
from spravka.question_reading.everyday.everyday import (
    EverydayReading,
    as_candidate,
    confidence_of,
    everyday_readings,
    is_fully_read,
)
from spravka.question_reading.everyday.facts import is_of_events
from spravka.question_reading.everyday.state_links import StateLinks
from spravka.question_reading.faithfulness.doubting import doubts
from spravka.question_reading.follow_ups import read_follow_up
from spravka.question_reading.frame_plans import PlanWriter
from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.hearing.heard import Heard, Language
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.learned_parts.classifiers import Floats
from spravka.question_reading.learned_parts.learned_weights import Weights, load_weights
from spravka.question_reading.linking.linker import Linker
from spravka.question_reading.mentions import mentions
from spravka.question_reading.proof import proof_of, proof_of_parts
from spravka.question_reading.ranking import features, leaves_unknown
from spravka.question_reading.reading import ClosestQuestion, Reading
from spravka.question_reading.roles import Sentence
from spravka.question_reading.schema_graph import SchemaGraph

FOLLOW_UP_CONFIDENCE = 0.9
NEAR_SCORE = 0.08
NEAR_CHANCE = 0.4
MOST_TRIED = 6
TRIED_SCORE = 0.15
CONFIDENCE_BY_MARGIN = ((0.3, 1.0), (0.1, 0.8), (-1.0, 0.55))
"""How often an everyday reading was right that was so far ahead of the next, on questions nobody tuned on."""
LEAST_MARGIN = 0.04
"""A reading that is not so far ahead of one with other rows was right but half of the time."""
LEAST_MARGIN_UNDESCRIBED = 0.1
"""The same where no comments say what names mean: there the learned reader is asked after it."""
MOST_COMPARED = 2
MOST_CLOSEST = 3
LEAST_ACROSS_LANGUAGES = 0.45
"""Where Russian words have only a dictionary to lead them to English names."""
LEAST_WITH_UNKNOWN = 0.76
LEAST_WITH_UNKNOWN_OF_EVENTS = 0.9
"""Where events are kept a word that names nothing is more often than not about something that is not kept."""
LEAST_AFTER_EVERYDAY = 0.93
Encode = Callable[[Sequence[str]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Candidates with their chances, likeliest first, and the place of the one taken."""

    candidates: tuple[Candidate, ...]
    chances: Floats
    best: int
    confidence: float
    threshold: float

    @property
    def taken(self) -> Candidate:
        return self.candidates[self.best]


class Reader:
    """Reads questions about one database. ``encode`` turns words into vectors and may be left out."""

    def __init__(self, knowledge: Knowledge, encode: Encode | None = None, weights: Weights | None = None) -> None:
        self._knowledge = knowledge
        self._weights = weights or load_weights()
        self._linker = Linker(knowledge, encode)
        self._states = StateLinks(knowledge)
        self._graph = SchemaGraph(knowledge.schema)
        self._writer = PlanWriter(knowledge.schema, self._graph)

    @property
    def linker(self) -> Linker:
        """What links questions to this database; a language model's reader shares it."""
        return self._linker

    def read(
        self,
        question: str,
        today: datetime.date,
        probe: Probe | None = None,
        previous: QueryPlan | None = None,
    ) -> Reading:
        """The plan with its proof, or why there is none. ``probe`` shows the rows of a few candidates."""
        heard = hear(question, today)
        sentence = self.sentence(heard, by_meaning=not self._is_documented)
        if is_no_question_for_rows(sentence):
            return declined(sentence, (), 0.0)
        follow_up = read_follow_up(sentence, self._knowledge.glossary, previous)
        if follow_up is not None:
            return Reading(follow_up.plan, FOLLOW_UP_CONFIDENCE, proof_of_parts(sentence, follow_up.parts))
        everyday = self._everyday(sentence)
        if everyday and self._may_answer(everyday) and self._is_sure(sentence, everyday, probe):
            return self._everyday_answer(sentence, everyday)
        if everyday and self._is_documented:
            return self._undecided(sentence, everyday)
        if self._is_documented:
            sentence = self.sentence(heard)
        ranked = self._ranked(sentence, None if self._is_documented else probe)
        least = 1.0 if ranked is None else self._least_confidence(sentence, ranked)
        if ranked is not None and ranked.confidence >= least and self._is_trusted(sentence, ranked.taken):
            return self._answer(sentence, ranked.taken, _rivals(ranked), ranked.confidence)
        if everyday and _is_about_now(sentence):
            return self._everyday_answer(sentence, everyday)
        closest, confidence = ([], 0.0) if ranked is None else (self._closest(sentence, ranked), ranked.confidence)
        return declined(sentence, closest, confidence)

    def _answer(
        self, sentence: Sentence, candidate: Candidate, rivals: Sequence[Candidate], confidence: float
    ) -> Reading:
        choices = choices_of(sentence, candidate, rivals, self._writer.write)
        plan = self._writer.write(candidate.frame)
        return Reading(plan, confidence, proof_of(sentence, candidate), choices)

    def _everyday_answer(self, sentence: Sentence, readings: Sequence[EverydayReading]) -> Reading:
        near = [one for one in readings[1:] if one.score > readings[0].score - NEAR_SCORE]
        rivals = [as_candidate(one) for one in near]
        most = next(confidence for least, confidence in CONFIDENCE_BY_MARGIN if _margin(readings) >= least)
        answer = self._answer(sentence, as_candidate(readings[0]), rivals, min(confidence_of(readings[0]), most))
        return replace(answer, closest=tuple(self._told(sentence, rivals[:MOST_CLOSEST])))

    def _may_answer(self, readings: Sequence[EverydayReading]) -> bool:
        """Everyday rules come first where names are told, and, if far enough ahead, where events are kept."""
        return self._is_documented or (self._has_events and _margin(readings) >= LEAST_MARGIN_UNDESCRIBED)

    def _is_sure(self, sentence: Sentence, readings: Sequence[EverydayReading], probe: Probe | None) -> bool:
        """No faithful reading nearly as likely gives other rows."""
        near = [as_candidate(one) for one in readings[1:] if one.score > readings[0].score - LEAST_MARGIN]
        rivals = [one for one in near[:MOST_TRIED] if self._is_faithful(sentence, one)][:MOST_COMPARED]
        if not rivals or probe is None:
            return not rivals
        own = self._outcome(as_candidate(readings[0]), probe)
        return all(self._outcome(rival, probe) == own for rival in rivals)

    def _undecided(self, sentence: Sentence, readings: Sequence[EverydayReading]) -> Reading:
        """Several readings are about as likely: they are offered, none is taken."""
        closest = self._told(sentence, [as_candidate(one) for one in readings[:MOST_CLOSEST]])
        return declined(sentence, closest, min(confidence_of(readings[0]), CONFIDENCE_BY_MARGIN[-1][1]))

    def _everyday(self, sentence: Sentence) -> list[EverydayReading]:
        """The everyday readings from the best faithful one on, where the best leaves no word unread."""
        readings = everyday_readings(sentence, self._knowledge.glossary)
        if not readings or not is_fully_read(sentence, readings[0]):
            return []
        near = [one for one in readings[:MOST_TRIED] if one.score > readings[0].score - TRIED_SCORE]
        faithful = (at for at, one in enumerate(near) if self._is_faithful(sentence, as_candidate(one)))
        first = next(faithful, None)
        return [] if first is None else readings[first:]

    def _is_trusted(self, sentence: Sentence, candidate: Candidate) -> bool:
        """The learned reader's confidence tells enough on databases of the kind it was learned from."""
        is_everyday = self._is_documented or self._has_events
        return not is_everyday or self._is_faithful(sentence, candidate)

    def _is_faithful(self, sentence: Sentence, candidate: Candidate) -> bool:
        """The plan does what the question says: no doubt is left about it."""
        used = [chosen.mention for chosen in candidate.choice.chosen]
        return not doubts(sentence, used, self._writer.write(candidate.frame))

    @cached_property
    def _is_documented(self) -> bool:
        """Most tables are described by their makers: then words find them surely, and everyday rules come first."""
        described = [table for table in self._knowledge.schema.tables if table.comment]
        return 2 * len(described) > len(self._knowledge.schema.tables)

    @cached_property
    def _has_events(self) -> bool:
        """A table tells what happened: on which day, how much, and of what: so does every database of a business."""
        return any(
            is_of_events(self._knowledge.schema, self._graph, table.key) for table in self._knowledge.schema.tables
        )

    def _least_confidence(self, sentence: Sentence, ranked: Ranked) -> float:
        """More is asked where the everyday rules, trusted first, left words unread, or words were left unread here."""
        if self._is_documented:
            return max(ranked.threshold, LEAST_AFTER_EVERYDAY)
        least = ranked.threshold
        if sentence.heard.language is Language.RUSSIAN:
            least = max(least, LEAST_ACROSS_LANGUAGES)
        if leaves_unknown(sentence, ranked.candidates[ranked.best]):
            least = max(least, LEAST_WITH_UNKNOWN_OF_EVENTS if self._has_events else LEAST_WITH_UNKNOWN)
        return least

    def sentence(self, heard: Heard, *, by_meaning: bool = True) -> Sentence:
        """The heard question with its links; where the makers' own words are at hand, meaning alone misleads."""
        links = self._linker.link(heard, by_meaning=by_meaning)
        found = mentions(heard, (*links, *self._states.link(heard, links)))
        return Sentence(heard, found, self._knowledge.schema, self._graph)

    def _ranked(self, sentence: Sentence, probe: Probe | None) -> Ranked | None:
        candidates = enumerate_frames(self._weights.grammar, sentence)
        if not candidates:
            return None
        chances = chances_of(self._weights.ranker.logits(features(sentence, candidates)))
        order = np.argsort(-chances, kind="stable")
        ordered, chances = tuple(candidates[place] for place in order), chances[order]
        if probe is None:
            sure = self._weights.confidence.logits(np.array([plain_numbers(chances, 0)], dtype=np.float32))
            return Ranked(ordered, chances, 0, float(chances_of(sure)[0]), self._weights.threshold)
        outcomes = [self._outcome(candidate, probe) for candidate in ordered[:PROBED_CANDIDATES]]
        best = best_place(chances, outcomes)
        sure = self._weights.confidence_probed.logits(
            np.array([probed_numbers(chances, best, outcomes)], dtype=np.float32)
        )
        return Ranked(ordered, chances, best, float(chances_of(sure)[0]), self._weights.threshold_probed)

    def _outcome(self, candidate: Candidate, probe: Probe) -> Outcome | None:
        return outcome_of(probe(self._writer.write(candidate.frame)))

    def _closest(self, sentence: Sentence, ranked: Ranked) -> list[ClosestQuestion]:
        """The likeliest candidates, told in words."""
        return self._told(sentence, ranked.candidates[:MOST_CLOSEST])

    def _told(self, sentence: Sentence, candidates: Sequence[Candidate]) -> list[ClosestQuestion]:
        plans = [self._writer.write(candidate.frame) for candidate in candidates]
        language = sentence.heard.language.value
        return [ClosestQuestion(describe(plan, self._knowledge.schema, language), plan) for plan in plans]


def _margin(readings: Sequence[EverydayReading]) -> float:
    """By how much the first is ahead of the next."""
    return readings[0].score - readings[1].score if len(readings) > 1 else 1.0


def _is_about_now(sentence: Sentence) -> bool:
    """It asks by units of time or counts back from today, as the sets that were learned from never do."""
    relative = any(isinstance(span.period, RelativePeriod) for span in sentence.heard.periods)
    return relative or bool(sentence.heard.buckets)


def _rivals(ranked: Ranked) -> list[Candidate]:
    """The candidates about as likely as the one taken."""
    least = NEAR_CHANCE * float(ranked.chances[ranked.best])
    return [one for one, chance in zip(ranked.candidates, ranked.chances, strict=True) if chance >= least]


def chances_of(logits: Floats) -> Floats:
    """0…1."""
    chances: Floats = (1.0 / (1.0 + np.exp(-logits))).astype(np.float32)
    return chances
