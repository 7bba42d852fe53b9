"""The measuring command: what it says where there is nothing to measure on, and how it reads real names."""

import subprocess
import sys
from pathlib import Path

import pytest

from spravka.evaluation.figures import AskedFigure
from spravka.evaluation.nomenclature_speed import varied_names

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "nomenclature"


def test_without_data_it_says_what_is_missing_and_ends_with_an_error(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "spravka.cli", "evaluate", "nomenclature", "--data", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert "ksr_pairs.csv" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("figure", "value", "is_met"),
    [
        (AskedFigure("rate", 400), 400, True),
        (AskedFigure("rate", 400), 399.9, False),
        (AskedFigure("memory", 1200, is_upper=True), 1200, True),
        (AskedFigure("memory", 1200, is_upper=True), 1201, False),
    ],
)
def test_a_bound_is_met_on_its_own_side(figure: AskedFigure, value: float, is_met: bool) -> None:
    assert figure.is_met(value) is is_met


@pytest.mark.skipif(not SHARED.is_dir(), reason="the measuring data are not beside the repository")
def test_the_names_to_measure_with_are_real_distinct_and_always_the_same() -> None:
    names = varied_names(SHARED, 500)
    assert len({" ".join(name.split()).lower() for name in names}) == 500
    assert names == varied_names(SHARED, 500)
