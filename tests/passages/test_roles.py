"""Who does and to whom."""

import pytest

from spravka.passages.roles import misdone, says_of_parties, swapped_parties

PAYS = "Заказчик платит Подрядчику аванс."


@pytest.mark.parametrize(
    ("claim", "said", "swapped"),
    [
        (PAYS, "Подрядчик платит Заказчику аванс.", ("Заказчик", "Подрядчику")),
        (PAYS, "Аванс Подрядчику платит Заказчик.", ()),
        (PAYS, "Подрядчик извещает Заказчика.", ()),
        ("The tenant pays the landlord.", "The landlord shall pay the tenant.", ("tenant", "landlord.")),
        ("The tenant pays the landlord.", "The landlord is paid by the tenant.", ()),
    ],
)
def test_parties_that_change_places_are_found(claim: str, said: str, swapped: tuple[str, ...]) -> None:
    assert swapped_parties(claim.split(), said.split()) == swapped


def test_the_same_parts_are_known() -> None:
    assert says_of_parties(PAYS.split(), ["Аванс", "Подрядчику", "оплачивает", "Заказчик."])
    assert not says_of_parties(PAYS.split(), ["Подрядчик", "платит", "Заказчику."])


@pytest.mark.parametrize(
    ("claim", "said", "is_misdone"),
    [
        (
            "Арендатор передаёт Арендодателю помещение.",
            ("Арендодатель передаёт, а Арендатор принимает помещение.",),
            True,
        ),
        (
            "Арендодатель передаёт Арендатору помещение.",
            ("Арендодатель передаёт, а Арендатор принимает помещение.",),
            False,
        ),
        ("Помещение принимает Арендатор.", ("Арендодатель передаёт, а Арендатор принимает помещение.",), False),
        ("Помещение принимает Арендодатель.", ("Арендодатель передаёт, а Арендатор принимает помещение.",), True),
        (
            "Арендатор обязуется передать помещение.",
            ("Арендодатель обязуется передать, а Арендатор — принять во временное пользование помещение.",),
            True,
        ),
        ("Арендодатель передаёт помещение.", ("Помещение передаётся Арендодателем Арендатору по акту.",), False),
        (
            "Арендатор передаёт помещение Арендодателю.",
            ("Помещение передаётся Арендодателем Арендатору по акту.",),
            True,
        ),
        (
            "Помещение передаётся Арендатором Арендодателю.",
            ("Арендодатель передаёт, а Арендатор принимает помещение.",),
            True,
        ),
        (
            "Помещение передаётся Арендодателем Арендатору.",
            ("Арендодатель передаёт, а Арендатор принимает помещение.",),
            False,
        ),
        (
            "Арендодатель подписывает договор.",
            ("Арендодатель, в лице директора Иванова, и Арендатор, в лице директора Петрова, подписывают договор.",),
            False,
        ),
        (
            "Арендатор возвращает помещение.",
            ("Арендатор обязан вернуть помещение.", "Арендодатель возвращает обеспечительный платёж."),
            False,
        ),
        (
            "Арендатор вносит плату.",
            ("Арендодатель вправе расторгнуть договор, если Арендатор не вносит плату.",),
            False,
        ),
        (
            "Арендодатель вносит плату.",
            ("Арендодатель вправе расторгнуть договор, если Арендатор не вносит плату.",),
            True,
        ),
        ("Заказчик платит аванс.", ("Аванс Подрядчику оплачивает Заказчик.",), False),
        ("Подрядчик платит аванс.", ("Аванс Подрядчику оплачивает Заказчик.",), True),
        (
            "Подрядчик выполняет работы и сдаёт их Заказчику.",
            ("Подрядчик обязуется выполнить работы и сдать их, а Заказчик — принять и оплатить.",),
            False,
        ),
        (
            "Заказчик выполняет работы.",
            ("Подрядчик обязуется выполнить работы и сдать их, а Заказчик — принять и оплатить.",),
            True,
        ),
        (
            "Заказчик оплачивает работы.",
            ("Подрядчик обязуется выполнить работы и сдать их, а Заказчик — принять и оплатить.",),
            False,
        ),
        (
            "The Tenant hands over the premises to the Landlord.",
            ("The Landlord shall hand over the premises to the Tenant.",),
            True,
        ),
        (
            "The Tenant hands over the premises to the Landlord.",
            ("The Landlord hands over, and the Tenant accepts, the premises.",),
            True,
        ),
        (
            "The Tenant accepts the premises.",
            ("The Landlord hands over, and the Tenant accepts, the premises.",),
            False,
        ),
        (
            "The Landlord accepts the premises.",
            ("The Landlord hands over the premises and the Tenant accepts them.",),
            True,
        ),
        (
            "The Landlord hands over the premises.",
            ("The premises are handed over by the Landlord to the Tenant.",),
            False,
        ),
        ("The Tenant hands over the premises.", ("The premises are handed over by the Landlord to the Tenant.",), True),
        (
            "The premises are handed over by the Tenant.",
            ("The Landlord hands over the premises and the Tenant accepts them.",),
            True,
        ),
        ("The Tenant pays rent.", ("Rent is paid by the Tenant to the Landlord.",), False),
        (
            "The Supplier must pay a penalty to the Customer.",
            ("For each day of delay the Supplier pays a penalty. The Customer pays within ten days.",),
            False,
        ),
    ],
)
def test_who_does_what_another_does_is_found(claim: str, said: tuple[str, ...], is_misdone: bool) -> None:
    assert bool(misdone(claim.split(), [one.split() for one in said])) is is_misdone
