"""Whether a sentence holds what is asked for."""

import pytest

from spravka.passages.answer_signs import answers_kind
from spravka.passages.asking import AnswerKind, ask


@pytest.mark.parametrize(
    ("question", "sentence", "sign"),
    [
        ("Когда построен завод?", "Завод построен в 1974 году.", 1),
        ("Когда построен завод?", "Завод построен весьма давно.", -1),
        ("What year did the 1974 plan end?", "The 1974 plan ended.", -1),
        ("When does it begin?", "It begins in March.", 1),
        ("Сколько труб?", "Поставлено три трубы.", 1),
        ("Сколько труб?", "Трубы поставлены.", -1),
        ("Кто подписал?", "Подписал Иванов.", 1),
        ("Кто подписал?", "Подписал директор.", 1),
        ("Кто подписал?", "Подписано вчера.", -1),
        ("Когда возвращают аванс?", "Аванс возвращают в течение пяти рабочих дней.", 1),
        ("Как часто проверяют кран?", "Кран проверяют ежедневно.", 1),
        ("Какой срок гарантии?", "Гарантия действует 24 месяца.", 1),
        ("Какой срок гарантии?", "Гарантия действует на 24 крана.", -1),
        ("How long do I wait?", "Wait for five minutes.", 1),
        ("Какой штраф за курение?", "За курение 5 000 рублей.", 1),
        ("Какой штраф за курение?", "За курение выговор.", -1),
        ("Что такое дробление?", "2.5. Дробление – разделение одной потребности на несколько.", 1),
        ("Что такое дробление?", "За дробление объявляется выговор.", -1),
        ("What does Lessee mean?", "Lessee means the company that uses the car.", 1),
        ("Где склад?", "Склад стоит в Казани.", 1),
        ("Where is it?", "It is near the river.", -1),
        ("Почему задержка?", "Задержка возникла из-за дождя.", 1),
        ("Предмет договора", "Что угодно.", 0),
    ],
)
def test_the_sign_tells_present_absent_or_not_asked(question: str, sentence: str, sign: float) -> None:
    asked = ask(question)
    assert answers_kind(asked.kind, sentence.split(), frozenset(asked.terms)) == sign


def test_nothing_is_told_of_a_question_that_asks_for_anything() -> None:
    assert answers_kind(AnswerKind.ANY, ["1974"], frozenset()) == 0
