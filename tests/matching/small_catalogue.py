"""A made-up catalogue of fasteners, pipes and cables, and the names suppliers give them."""

import numpy as np

from spravka.matching.catalogue_index import CatalogueTexts, ConfirmedNames

_SERIES = [
    ("01.1.01", "Болты с шестигранной головкой, диаметр резьбы М{} мм", range(4, 24, 2), "шт"),
    ("01.1.02", "Гайки шестигранные оцинкованные, диаметр резьбы М{}", range(4, 24, 2), "шт"),
    ("02.1.01", "Трубы стальные квадратные, размеры {0}х{0} мм, толщина стенки 4 мм", range(20, 120, 10), "м"),
    ("02.1.02", "Трубы полиэтиленовые ПЭ100, наружный диаметр {} мм", range(20, 120, 10), "м"),
    ("03.1.01", "Кабель силовой с медными жилами ВВГнг(А)-LS 3х{}-660", (1.5, 2.5, 4, 6, 10, 16), "м"),
    ("04.1.01", "Бетон тяжелый, класс В{}", (15, 20, 25, 30, 35, 40), "м3"),
]


def catalogue() -> CatalogueTexts:
    """52 items in six groups."""
    rows = [(text.format(size), code, unit) for code, text, sizes, unit in _SERIES for size in sizes]
    names, codes, units = zip(*rows, strict=True)
    return CatalogueTexts(list(names), list(codes), list(units))


def no_history() -> ConfirmedNames:
    """Nothing confirmed yet."""
    return ConfirmedNames([], np.zeros(0, dtype=np.int64))


def item_called(beginning: str, containing: str) -> int:
    """The position of the item that begins and contains so."""
    names = catalogue().names
    return next(place for place, name in enumerate(names) if name.startswith(beginning) and containing in name)


def long_history() -> ConfirmedNames:
    """For every item four supplier names, enough to train a ranker on."""
    words = ("Метиз", "Товар", "Изделие", "Арт 7")
    names, items = [], []
    for place, name in enumerate(catalogue().names):
        for word in words:
            names.append(f"{word} {name.split(',')[0].lower()} {name.split()[-1]} {name[-12:]}")
            items.append(place)
    return ConfirmedNames(names, np.array(items, dtype=np.int64))
