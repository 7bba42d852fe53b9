"""Reading and writing the learned weights: arrays in one file, names and numbers in another."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from spravka.question_reading.learned_parts.classifiers import Grammar, Perceptron, TreeEnsemble

FOLDER = Path(__file__).parents[1] / "weights"
ARRAYS_FILE = "grammar.npz"
FACTS_FILE = "grammar.json"


@dataclass(frozen=True)
class Weights:
    """All that was learned. The two confidences judge the best candidate: without its rows, and with them.

    ``threshold`` and ``threshold_probed`` are the least confidences of an answer, 0…1.
    """

    grammar: Grammar
    ranker: TreeEnsemble
    confidence: TreeEnsemble
    confidence_probed: TreeEnsemble
    threshold: float
    threshold_probed: float


def save_weights(weights: Weights, folder: Path = FOLDER) -> None:
    """Writes both files."""
    arrays: dict[str, NDArray[Any]] = {}
    facts: dict[str, Any] = {"threshold": weights.threshold, "threshold_probed": weights.threshold_probed}
    for name, part in _parts(weights).items():
        own_arrays, facts[name] = part.to_arrays()
        arrays |= {f"{name}.{key}": array for key, array in own_arrays.items()}
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / ARRAYS_FILE, allow_pickle=False, **arrays)
    text = json.dumps(facts, ensure_ascii=False, indent=0, sort_keys=True)
    (folder / FACTS_FILE).write_text(text + "\n", encoding="utf-8")


def _parts(weights: Weights) -> dict[str, Perceptron | TreeEnsemble]:
    return {
        "skeletons": weights.grammar.skeletons,
        "roles": weights.grammar.roles,
        "ranker": weights.ranker,
        "confidence": weights.confidence,
        "confidence_probed": weights.confidence_probed,
    }


@cache
def load_weights(folder: Path = FOLDER) -> Weights:
    """The weights that come with the product."""
    facts = json.loads((folder / FACTS_FILE).read_text(encoding="utf-8"))
    with np.load(folder / ARRAYS_FILE, allow_pickle=False) as arrays:
        return Weights(
            Grammar(
                Perceptron.from_arrays(_own(arrays, "skeletons"), facts["skeletons"]),
                Perceptron.from_arrays(_own(arrays, "roles"), facts["roles"]),
            ),
            TreeEnsemble.from_arrays(_own(arrays, "ranker"), facts["ranker"]),
            TreeEnsemble.from_arrays(_own(arrays, "confidence"), facts["confidence"]),
            TreeEnsemble.from_arrays(_own(arrays, "confidence_probed"), facts["confidence_probed"]),
            float(facts["threshold"]),
            float(facts["threshold_probed"]),
        )


def _own(arrays: Mapping[str, NDArray[Any]], part: str) -> dict[str, NDArray[Any]]:
    return {name.removeprefix(f"{part}."): arrays[name] for name in arrays if name.startswith(f"{part}.")}
