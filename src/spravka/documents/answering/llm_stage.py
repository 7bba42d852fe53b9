"""The last stage of an answer: a language model, where there is one, says it in words of its own, with citations."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from copy import deepcopy
from typing import Any

from spravka.answering.steps import StageState, Step
from spravka.documents.answering import telling
from spravka.documents.answering.citing import cited_words
from spravka.documents.answering.instructions import INSTRUCTIONS, holds_instructions, tells_what_to_answer, withheld
from spravka.documents.answering.llm_answering import CheckedSentence, answer_from_passages
from spravka.documents.answering.llm_prompting import MOST_PASSAGES, AskedQuestion, ToldPassage
from spravka.documents.answering.quoting import Quoting
from spravka.documents.answering.steps import Stage
from spravka.documents.answering.work import Work
from spravka.errors import Problem
from spravka.llm.structured import Parts
from spravka.passages.citing import Support
from spravka.passages.shelf import Candidate
from spravka.question_reading.hearing.heard import Language
from spravka.usage.metering import MeteredLlm

PURPOSE = "documents"


def llm_for(work: Work) -> MeteredLlm | None:
    """The language model, its calls counted for the tenant; None where there is none or whoever asks wants none."""
    resources = work.assistant.resources
    if resources.llm is None or work.brief.is_quoted_only:
        return None
    return MeteredLlm(
        resources.llm, resources.sessions, work.brief.tenant_id, PURPOSE, resources.llm_settings.max_tokens
    )


def ask_llm(
    work: Work, quoting: Quoting, candidates: Sequence[Candidate], *, is_present: bool = True
) -> Iterator[Step]:
    """Have the question answered from the candidates, each sentence told as soon as it is checked. Whatever goes wrong
    with it, the quotations stand as they did before; what was told meanwhile is replaced by the answer.

    Where the search found no answer (``is_present``), only an answer with a wholly supported sentence is shown."""
    least = Support.PARTLY if is_present else Support.SUPPORTED
    llm = llm_for(work)
    _warn_of_instructions(work, quoting, candidates[:MOST_PASSAGES] if llm is not None else ())
    candidates = _told_candidates(candidates)
    if llm is None or not candidates:
        return
    quoted = deepcopy(quoting.told)
    with work.stage(Stage.LLM) as stage:
        try:
            asked = _asked(work, quoting, candidates)
            answering = answer_from_passages(llm, asked, work.assistant.resources.llm_settings.prompt_tokens)
            with closing(answering):
                yield from _tell_at_once(work, quoting, candidates, answering, least)
            quoting.told[:] = deepcopy(quoted)
            work.sentences = _told_sentences(work, quoting, candidates, answering.value, least)
            stage.result = {"sentences": work.sentences}
        except Problem as problem:
            quoting.told[:] = quoted
            stage.state, stage.result = StageState.FAILED, problem.to_json()
            work.warnings.append(telling.llm_failed(problem, work.brief.language))
    yield work.keep(sentences=work.sentences or None)


def _warn_of_instructions(work: Work, quoting: Quoting, candidates: Sequence[Candidate]) -> None:
    """Name the documents that tell a language model what to answer, in what is quoted and in what it would be told."""
    names = [quoting.document_name(one.key) for one in candidates if holds_instructions(one.passage)]
    names += [told["document_name"] for told in quoting.told if tells_what_to_answer(told["text"])]
    if names:
        documents = sorted(set(names))
        told = telling.warning("instructions_ignored", INSTRUCTIONS, work.brief.language, names=", ".join(documents))
        work.warnings.append(told)


def _told_candidates(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those with more than sentences that tell a language model what to answer."""
    return [one for one in candidates[: 2 * MOST_PASSAGES] if withheld(one.passage) is not None]


def _tell_at_once(
    work: Work,
    quoting: Quoting,
    candidates: Sequence[Candidate],
    answering: Parts[CheckedSentence, list[CheckedSentence]],
    least: Support,
) -> Iterator[Step]:
    """A ``sentence`` each, with the quotations it rests on. From the first with the ``least`` support on: an answer
    without such a sentence is not shown. Raises :class:`AnswerCancelled` between two of them."""
    held: list[CheckedSentence] = []
    told_count = 0
    for sentence in answering:
        work.stop_if_cancelled()
        held.append(sentence)
        if not told_count and not sentence.has(least):
            continue
        for one in held:
            told_count += 1
            yield Step(
                "sentence", {"number": told_count, **_with_cited(quoting, _told_sentence(quoting, candidates, one))}
            )
        held.clear()


def _with_cited(quoting: Quoting, sentence: dict[str, Any]) -> dict[str, Any]:
    """The sentence with its quotations themselves: none of them need have been told before."""
    return {**sentence, "cited": [deepcopy(quoting.told[number - 1]) for number in sentence["quotations"]]}


def _asked(work: Work, quoting: Quoting, candidates: Sequence[Candidate]) -> AskedQuestion:
    """Sentences that tell a language model what to answer are left out: it does not see them, and they support
    nothing."""
    brief = work.brief
    passages = [
        ToldPassage(passage, quoting.document_name(one.key))
        for one in candidates
        if (passage := withheld(one.passage)) is not None
    ]
    earlier = [brief.previous_question, brief.previous_text]
    said = [text for text in earlier if text and not tells_what_to_answer(text)]
    return AskedQuestion(brief.question, brief.language, passages, said)


def _told_sentences(
    work: Work,
    quoting: Quoting,
    candidates: Sequence[Candidate],
    checked: Sequence[CheckedSentence],
    least: Support,
) -> list[dict[str, Any]]:
    """The sentences with numbers of quotations; none where not one of them has the ``least`` support."""
    if not checked:
        work.warnings.append(telling.warning("llm_found_nothing", telling.LLM_FOUND_NOTHING, work.brief.language))
        return []
    if not any(sentence.has(least) for sentence in checked):
        _warn(work, "unsupported", telling.ALL_UNSUPPORTED, len(checked))
        return []
    unsupported_count = sum(not sentence.is_supported for sentence in checked)
    whole_count = sum(sentence.has(Support.SUPPORTED) for sentence in checked)
    _warn(work, "unsupported", telling.UNSUPPORTED, unsupported_count)
    _warn(work, "partly_supported", telling.PARTLY_SUPPORTED, len(checked) - unsupported_count - whole_count)
    return [_told_sentence(quoting, candidates, sentence) for sentence in checked]


def _warn(work: Work, kind: str, texts: dict[Language, str], count: int) -> None:
    """Of so many sentences; of none, nothing."""
    if count:
        work.warnings.append(telling.warning(kind, texts, work.brief.language, count=count))


def _told_sentence(quoting: Quoting, candidates: Sequence[Candidate], sentence: CheckedSentence) -> dict[str, Any]:
    verification = sentence.verification
    cited = [candidates[index] for index in sentence.cited] if sentence.is_supported else []
    words = [cited_words(candidate.key, candidate.passage, sentence.text) for candidate in cited]
    numbers = [number for one in words if (number := quoting.number_of(one)) is not None]
    return {
        "text": sentence.text,
        "quotations": list(dict.fromkeys(numbers)),
        "support": (verification.support if sentence.is_supported else Support.UNSUPPORTED).value,
        "missing": list(verification.missing),
        "lost_negations": list(verification.lost_negations),
    }
