"""Who does and to whom."""

import pytest

from spravka.passages.roles import says_of_parties, swapped_parties

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
