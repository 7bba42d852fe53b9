"""What a question looks for."""

import pytest

from spravka.passages.asking import AnswerKind, ask


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Когда вступает в силу договор?", AnswerKind.DATE),
        ("В каком году построен завод?", AnswerKind.DATE),
        ("In what year was the plant built?", AnswerKind.DATE),
        ("Сколько стоит труба?", AnswerKind.MONEY),
        ("Каков срок поставки?", AnswerKind.DURATION),
        ("How many pipes are there?", AnswerKind.NUMBER),
        ("Кто подписывает акт?", AnswerKind.NAME),
        ("Who signs the act?", AnswerKind.NAME),
        ("Где находится склад?", AnswerKind.PLACE),
        ("Which country is it from?", AnswerKind.PLACE),
        ("Почему аванс не возвращается?", AnswerKind.REASON),
        ("Предмет договора", AnswerKind.ANY),
        ("Что такое аванс?", AnswerKind.DEFINITION),
    ],
)
def test_the_question_word_tells_what_would_answer(text: str, kind: AnswerKind) -> None:
    assert ask(text).kind is kind


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ('найди "не подлежит возврату"', [("не", "подлежать", "возврат")]),
        ("что значит «аванс»?", [("аванс",)]),
        ('"a pipe" и «две трубы»', [("a", "pipe"), ("два", "труба")]),
        ('одна " кавычка', []),
    ],
)
def test_what_stands_in_quotation_marks_is_a_phrase(text: str, phrases: list[tuple[str, ...]]) -> None:
    assert list(ask(text).phrases) == phrases


def test_words_that_tell_nothing_are_left_out_unless_there_are_no_others() -> None:
    assert ask("Что такое аванс?").terms == ("такой", "аванс")[1:]
    assert ask("Что это?").terms == ("что", "это")
    assert ask("…?").terms == ()


def test_names_are_numbers_and_capitalised_words_inside() -> None:
    assert ask("Сколько платит Ромашка по п. 4.2?").names == {"ромашка", "4.2"}


def test_a_part_named_by_its_mark_is_one_term_and_asking_for_its_text_none() -> None:
    assert ask("Что сказано в пункте 4.2 договора?").terms == ("§4.2", "4.2", "договор")
    assert ask("What does section 6.4 say?").terms == ("§6.4", "6.4")
    assert "сказать" in ask("Что сказано о сроках?").terms
