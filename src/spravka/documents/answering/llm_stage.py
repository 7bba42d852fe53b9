"""The last stage of an answer: a language model, where there is one, says it in words of its own, with citations."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from copy import deepcopy
from typing import Any

from spravka.answering.steps import StageState, Step
from spravka.documents.answering import telling
from spravka.documents.answering.citing import cited_words
from spravka.documents.answering.llm_answering import CheckedSentence, answer_from_passages
from spravka.documents.answering.llm_prompting import AskedQuestion, ToldPassage
from spravka.documents.answering.quoting import Quoting
from spravka.documents.answering.steps import Stage
from spravka.documents.answering.work import Work
from spravka.errors import Problem
from spravka.llm.structured import Parts
from spravka.passages.citing import Support
from spravka.passages.shelf import Candidate
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


def ask_llm(work: Work, quoting: Quoting, candidates: Sequence[Candidate]) -> Iterator[Step]:
    """Have the question answered from the candidates, each sentence told as soon as it is checked. Whatever goes wrong
    with it, the quotations stand as they did before; what was told meanwhile is replaced by the answer."""
    llm = llm_for(work)
    if llm is None or not candidates:
        return
    quoted = deepcopy(quoting.told)
    with work.stage(Stage.LLM) as stage:
        try:
            asked = _asked(work, quoting, candidates)
            answering = answer_from_passages(llm, asked, work.assistant.resources.llm_settings.prompt_tokens)
            with closing(answering):
                yield from _tell_at_once(work, quoting, candidates, answering)
            quoting.told[:] = deepcopy(quoted)
            work.sentences = _told_sentences(work, quoting, candidates, answering.value)
            stage.result = {"sentences": work.sentences}
        except Problem as problem:
            quoting.told[:] = quoted
            stage.state, stage.result = StageState.FAILED, problem.to_json()
            work.warnings.append(telling.llm_failed(problem, work.brief.language))
    yield work.keep(sentences=work.sentences or None)


def _tell_at_once(
    work: Work,
    quoting: Quoting,
    candidates: Sequence[Candidate],
    answering: Parts[CheckedSentence, list[CheckedSentence]],
) -> Iterator[Step]:
    """A ``sentence`` each, with the quotations it rests on. From the first that is supported on: an answer of which
    nothing is supported is not shown. Raises :class:`AnswerCancelled` between two of them."""
    held: list[CheckedSentence] = []
    told_count = 0
    for sentence in answering:
        work.stop_if_cancelled()
        held.append(sentence)
        if not told_count and not sentence.is_supported:
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
    brief = work.brief
    passages = [ToldPassage(one.passage, quoting.document_name(one.key)) for one in candidates]
    earlier = [text for text in (brief.previous_question, brief.previous_text) if text]
    return AskedQuestion(brief.question, brief.language, passages, earlier)


def _told_sentences(
    work: Work, quoting: Quoting, candidates: Sequence[Candidate], checked: Sequence[CheckedSentence]
) -> list[dict[str, Any]]:
    """The sentences with numbers of quotations; none where not one of them is supported."""
    if not checked:
        work.warnings.append(telling.warning("llm_found_nothing", telling.LLM_FOUND_NOTHING, work.brief.language))
        return []
    unsupported_count = sum(not sentence.is_supported for sentence in checked)
    if unsupported_count:
        texts = telling.UNSUPPORTED if unsupported_count < len(checked) else telling.ALL_UNSUPPORTED
        work.warnings.append(telling.warning("unsupported", texts, work.brief.language, count=unsupported_count))
    if unsupported_count == len(checked):
        return []
    return [_told_sentence(quoting, candidates, sentence) for sentence in checked]


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
