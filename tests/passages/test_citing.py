"""What a passage says of a sentence that cites it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.passages.citing import Support, verify
from tests.passages.building import passage

CONTRACT = passage(
    "Аванс не возвращается при отказе Заказчика. Срок поставки составляет не более 30 дней с даты подписания. "
    "Неустойка — 0,1 % за каждый день просрочки. Подрядчик ООО «Ромашка» вправе привлекать трёх субподрядчиков."
)
LEASE = passage(
    "The tenant shall not sublet the premises. Rent is $1,500 per month, payable no later than the fifth day. "
    "Notice isn't required."
)


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("Аванс не возвращается, если Заказчик отказался.", Support.SUPPORTED),
        ("Аванс возвращается при отказе Заказчика.", Support.UNSUPPORTED),
        ("Срок поставки составляет 30 дней.", Support.SUPPORTED),
        ("Срок поставки составляет 45 дней.", Support.UNSUPPORTED),
        ("Подрядчик может привлекать 3 субподрядчиков.", Support.SUPPORTED),
        ("Неустойка 0.1 % в день просрочки.", Support.SUPPORTED),
        ("Подрядчик ООО «Лютик» вправе привлекать субподрядчиков.", Support.PARTLY),
        ("Неустойка за просрочку удваивается ежеквартально при дефолте.", Support.UNSUPPORTED),
        ("Луна сделана из сыра.", Support.UNSUPPORTED),
    ],
)
def test_a_russian_sentence_is_held_against_the_passage(sentence: str, support: Support) -> None:
    assert verify(sentence, [CONTRACT]).support is support


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("The tenant can't sublet the premises.", Support.SUPPORTED),
        ("The tenant is free to sublet the premises.", Support.UNSUPPORTED),
        ("Rent is 1500 per month.", Support.SUPPORTED),
        ("Rent is 1600 per month.", Support.UNSUPPORTED),
        ("Notice is required.", Support.UNSUPPORTED),
        ("Notice is not required.", Support.SUPPORTED),
    ],
)
def test_an_english_sentence_too(sentence: str, support: Support) -> None:
    assert verify(sentence, [LEASE]).support is support


PAYING = passage(
    "Заказчик перечисляет Подрядчику аванс в размере 15 процентов цены в течение 10 рабочих дней. "
    "Срок поставки составляет 30 дней. The landlord shall pay the tenant a refund of 500 dollars."
)


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("Заказчик перечисляет Подрядчику аванс.", Support.SUPPORTED),
        ("Аванс Подрядчику перечисляет Заказчик.", Support.SUPPORTED),
        ("Подрядчик перечисляет Заказчику аванс.", Support.UNSUPPORTED),
        ("The landlord pays the tenant a refund.", Support.SUPPORTED),
        ("The tenant pays the landlord a refund.", Support.UNSUPPORTED),
    ],
)
def test_who_does_and_to_whom_must_agree(sentence: str, support: Support) -> None:
    assert verify(sentence, [PAYING]).support is support


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("Срок поставки 30 дней.", Support.SUPPORTED),
        ("Аванс 15 %.", Support.SUPPORTED),
        ("Срок поставки 30 процентов.", Support.UNSUPPORTED),
        ("Аванс составляет 30 дней.", Support.PARTLY),
    ],
)
def test_a_number_must_be_said_of_the_same_and_in_the_same_unit(sentence: str, support: Support) -> None:
    assert verify(sentence, [PAYING]).support is support


HANDING_OVER = passage("Арендодатель передаёт, а Арендатор принимает помещение. Плату вносит Арендатор.")
HANDED_OVER = passage("The Landlord hands over the premises and the Tenant accepts them.")


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("Арендодатель передаёт Арендатору помещение.", Support.SUPPORTED),
        ("Арендатор передаёт Арендодателю помещение.", Support.UNSUPPORTED),
        ("Помещение принимает Арендатор.", Support.SUPPORTED),
        ("Помещение принимает Арендодатель.", Support.UNSUPPORTED),
        ("Арендатор вносит плату.", Support.SUPPORTED),
        ("Арендодатель вносит плату.", Support.UNSUPPORTED),
    ],
)
def test_whoever_does_it_in_the_passage_does_it_in_the_sentence(sentence: str, support: Support) -> None:
    assert verify(sentence, [HANDING_OVER]).support is support


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("The Landlord hands over the premises.", Support.SUPPORTED),
        ("The Tenant hands over the premises to the Landlord.", Support.UNSUPPORTED),
        ("The premises are handed over by the Tenant.", Support.UNSUPPORTED),
        ("The Tenant accepts the premises.", Support.SUPPORTED),
    ],
)
def test_in_english_the_order_tells_who_does_it(sentence: str, support: Support) -> None:
    assert verify(sentence, [HANDED_OVER]).support is support


TERM = passage("Договор аренды заключён сроком на 5 лет. Плата составляет 100 рублей. The lease term is 5 years.")


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("Срок аренды 5 лет.", Support.SUPPORTED),
        ("Гарантия на лифты 5 лет.", Support.UNSUPPORTED),
        ("Залог составляет 100 рублей.", Support.UNSUPPORTED),
        ("The lift warranty is 5 years.", Support.UNSUPPORTED),
    ],
)
def test_a_number_and_its_unit_alone_support_nothing(sentence: str, support: Support) -> None:
    assert verify(sentence, [TERM]).support is support


def test_what_a_number_is_told_of_must_be_named() -> None:
    verification = verify("Договор аренды склада заключён сроком на 5 лет.", [TERM])
    assert (verification.support, verification.untold) == (Support.PARTLY, ("склада",))


def test_what_is_missing_is_named_as_it_stands() -> None:
    verification = verify("Срок поставки составляет 45 дней.", [CONTRACT])
    assert verification.missing == ("45",)
    assert verification.share == pytest.approx(0.8)
    assert verify("Notice is required.", [LEASE]).lost_negations == ("required.",)


def test_several_passages_support_a_sentence_together() -> None:
    sentence = "Аванс не возвращается, tenant pays rent."
    assert verify(sentence, [CONTRACT]).support is not Support.SUPPORTED
    assert verify(sentence, [CONTRACT, LEASE]).missing == ()


def test_a_sentence_without_a_passage_is_unsupported_unless_it_says_nothing() -> None:
    assert verify("Аванс возвращается.", []).support is Support.UNSUPPORTED
    assert verify("Это так.", []).support is Support.SUPPORTED


@given(
    st.lists(st.sampled_from(["Аванс", "труба.", "не", "30", "Rent", "no", "и", "Казань."]), min_size=1, max_size=25)
)
def test_a_passage_supports_its_own_sentences(words: list[str]) -> None:
    own = passage(" ".join(words))
    for first, end in own.sentences():
        assert verify(" ".join(own.words[first:end]), [own]).missing == ()


@given(st.integers(0, 99999))
def test_another_number_is_never_supported(number: int) -> None:
    assert (verify(f"Срок поставки {number} дней.", [CONTRACT]).support is Support.SUPPORTED) == (number in {30})
