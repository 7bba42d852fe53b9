"""A series stays together."""

from spravka.matching.families import family, family_folds


def test_sizes_of_one_product_are_one_family() -> None:
    assert family("Гайка М8") == family("гайка м10 ") != family("Болт М8")


def test_a_name_in_latin_letters_has_a_family_too() -> None:
    assert family("USB cable 2m") == family("usb cable 3 m") != ""


def test_a_family_is_never_split_and_folds_are_all_used() -> None:
    names = [f"{word}{number}" for word in ("болт", "гайка", "винт", "шайба", "дюбель", "анкер") for number in range(9)]
    folds = family_folds(names)
    assert all(len(set(folds[start : start + 9].tolist())) == 1 for start in range(0, 54, 9))
    assert len(set(folds.tolist())) > 1
