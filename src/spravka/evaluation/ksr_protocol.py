"""The КСР protocol: which names are asked, what is known when they are, and what counts as right.

Asked are the `record_name` queries, without repeats in lower case. Five folds by family (a stem of Cyrillic letters),
so that a series («Гайка М8», «Гайка М10») never stands on both sides. Known is what the other folds confirm.
Candidates are the whole catalogue; a code that is not in it counts as a miss. Labels are people's, and noisy: of 60
checked by hand about a third were wrong, which bounds every figure from above.
"""

import csv
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from spravka.matching.catalogue_index import NO_ITEM, CatalogueTexts, ConfirmedNames
from spravka.matching.families import family_folds

FOLDS = 5


@dataclass(frozen=True)
class Fold:
    """Names to ask (places in the protocol's names) and names that are known meanwhile."""

    number: int
    asked: NDArray[np.int64]
    known: NDArray[np.int64]


@dataclass(frozen=True)
class KsrProtocol:
    """The catalogue, the names, and the label of each name: item position (`NO_ITEM` outside the catalogue), group."""

    catalogue: CatalogueTexts
    item_codes: list[str]
    names: list[str]
    items: NDArray[np.int64]
    group_codes: list[str]
    labels: list[str]

    def folds(self) -> Iterator[Fold]:
        """The five folds."""
        numbers = family_folds(self.names, FOLDS)
        for fold in range(FOLDS):
            yield Fold(fold, np.flatnonzero(numbers == fold), np.flatnonzero(numbers != fold))

    def confirmed(self, known: NDArray[np.int64]) -> ConfirmedNames:
        """History made of the known names; one whose item is not in the catalogue teaches its group alone."""
        names, codes = ([texts[place] for place in known] for texts in (self.names, self.group_codes))
        return ConfirmedNames(names, self.items[known], codes)


def read_protocol(folder: Path) -> KsrProtocol:
    """Read the catalogue and the pairs from the folder of the measuring data."""
    with gzip.open(folder / "ksr_catalogue.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    position = {row["full_code"]: place for place, row in enumerate(rows)}
    asked: dict[str, dict[str, str]] = {}
    with (folder / "ksr_pairs.csv").open(encoding="utf-8", newline="") as pairs_file:
        for pair in csv.DictReader(pairs_file):
            if pair["field"] == "record_name":
                asked.setdefault(pair["query"].lower(), pair)
    pairs = list(asked.values())
    return KsrProtocol(
        catalogue=CatalogueTexts(
            [row["name"] for row in rows], [row["group_code"] for row in rows], [row["unit"] or None for row in rows]
        ),
        item_codes=[row["full_code"] for row in rows],
        names=[pair["query"] for pair in pairs],
        items=np.array([position.get(pair["ref_code"], NO_ITEM) for pair in pairs], dtype=np.int64),
        group_codes=[pair["group_code"] for pair in pairs],
        labels=[pair["ref_code"] for pair in pairs],
    )
