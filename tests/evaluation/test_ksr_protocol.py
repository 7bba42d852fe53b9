"""The protocol reads what it should, never asks what it knows, and tells shares as they are."""

import gzip
from pathlib import Path

import numpy as np
import pytest

from spravka.evaluation.ksr_protocol import KsrProtocol, read_protocol
from spravka.evaluation.nomenclature_accuracy import AccuracyFigures, Bucket, FoldFigures, measure_reliability
from spravka.matching.catalogue_index import NO_ITEM
from spravka.matching.families import family

CATALOGUE = """full_code,group_code,name,unit,okpd2_name
a.1,1.1,Болт стальной М8,шт,
a.2,1.1,Болт стальной М10,шт,
b.1,2.1,Гайка М8,,
"""
PAIRS = """row,field,query,ref_code,group_code
1,record_name,Болт М8,a.1,1.1
1,record_name_2,болт восемь,a.1,1.1
2,record_name,БОЛТ м8,a.2,1.1
3,record_name,Гайка М8,b.1,2.1
4,record_name,Шпилька,z.9,2.1
"""


@pytest.fixture
def protocol(tmp_path: Path) -> KsrProtocol:
    with gzip.open(tmp_path / "ksr_catalogue.csv.gz", "wt", encoding="utf-8") as file:
        file.write(CATALOGUE)
    (tmp_path / "ksr_pairs.csv").write_text(PAIRS, encoding="utf-8")
    return read_protocol(tmp_path)


def test_first_names_are_asked_once_whatever_their_case(protocol: KsrProtocol) -> None:
    assert protocol.names == ["Болт М8", "Гайка М8", "Шпилька"]


def test_a_code_outside_the_catalogue_is_no_item_and_teaches_its_group_alone(protocol: KsrProtocol) -> None:
    assert protocol.items.tolist() == [0, 2, NO_ITEM]
    confirmed = protocol.confirmed(np.array([2]))
    assert len(confirmed.of_present_items().names) == 0
    assert list(confirmed.group_codes or ()) == ["2.1"]


def test_every_name_is_asked_in_one_fold_by_a_matcher_that_does_not_know_its_family(protocol: KsrProtocol) -> None:
    asked = []
    for fold in protocol.folds():
        asked += fold.asked.tolist()
        known = {family(protocol.names[place]) for place in fold.known}
        assert known.isdisjoint({family(protocol.names[place]) for place in fold.asked})
    assert sorted(asked) == [0, 1, 2]


def test_folds_weigh_by_their_names() -> None:
    folds = (FoldFigures(1, (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)), FoldFigures(3, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)))
    figures = AccuracyFigures(folds, ()).to_json()
    assert figures["ksr_item_at_1"] == 0.25
    assert figures["baseline_ksr_item_at_1"] == 0.75


def test_reliability_is_told_bucket_by_bucket() -> None:
    told = measure_reliability(np.array([0.1, 0.1, 0.97, 1.0]), np.array([False, True, True, True]))
    assert told == (Bucket(0.0, 0.2, 2, 0.5), Bucket(0.95, 1.0, 2, 1.0))
