"""Learned classifiers as arrays: a perceptron over words of a closed vocabulary, and an ensemble of trees.

Only the forward direction lives here; they are learned by the measuring commands.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Perceptron:
    """One hidden layer of rectified units; ``classes`` are told apart by a softmax."""

    vocabulary: tuple[str, ...]
    classes: tuple[str, ...]
    hidden: Floats
    """Words × units."""
    hidden_bias: Floats
    output: Floats
    """Units × classes."""
    output_bias: Floats

    @cached_property
    def rows(self) -> Mapping[str, int]:
        return {word: row for row, word in enumerate(self.vocabulary)}

    @cached_property
    def class_places(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self.classes)}

    def units(self, words: Sequence[str]) -> Floats:
        """The hidden units before rectifying; words may be added to them later by :meth:`with_word`."""
        known = [row for word in words if (row := self.rows.get(word)) is not None]
        summed: Floats = self.hidden[known].sum(axis=0) + self.hidden_bias
        return summed

    def with_word(self, units: Floats, word: str) -> Floats:
        """The units of a whole batch with one word more."""
        row = self.rows.get(word)
        return units if row is None else units + self.hidden[row]

    def log_chances(self, units: Floats) -> Floats:
        """Logarithms of the chances of the classes, by rows of units."""
        scores = np.maximum(units, 0.0) @ self.output + self.output_bias
        scores -= scores.max(axis=-1, keepdims=True)
        logs: Floats = scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True))
        return logs

    def to_arrays(self) -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
        arrays: dict[str, NDArray[Any]] = {
            "hidden": self.hidden.astype(np.float16),
            "hidden_bias": self.hidden_bias,
            "output": self.output,
            "output_bias": self.output_bias,
        }
        return arrays, {"vocabulary": list(self.vocabulary), "classes": list(self.classes)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]], facts: Mapping[str, Any]) -> "Perceptron":
        names = ("hidden", "hidden_bias", "output", "output_bias")
        return cls(
            tuple(facts["vocabulary"]), tuple(facts["classes"]), *(arrays[name].astype(np.float32) for name in names)
        )


@dataclass(frozen=True)
class TreeEnsemble:
    """Boosted binary trees; nodes of all trees in one row, ``roots`` the first of each. The sum is a logit."""

    feature: NDArray[np.int16]
    threshold: Floats
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: Floats
    """Of leaves; a leaf is its own left and right."""
    roots: NDArray[np.int32]
    depth: int
    offset: float

    def logits(self, features: Floats) -> Floats:
        """One logit for each row of features."""
        nodes = np.repeat(self.roots[None, :], len(features), axis=0)
        rows = np.arange(len(features))[:, None]
        for _ in range(self.depth):
            goes_left = features[rows, self.feature[nodes]] <= self.threshold[nodes]
            nodes = np.where(goes_left, self.left[nodes], self.right[nodes])
        summed: Floats = self.value[nodes].sum(axis=1) + np.float32(self.offset)
        return summed

    def to_arrays(self) -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
        names = ("feature", "threshold", "left", "right", "value", "roots")
        return {name: getattr(self, name) for name in names}, {"depth": self.depth, "offset": self.offset}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]], facts: Mapping[str, Any]) -> "TreeEnsemble":
        return cls(
            arrays["feature"],
            arrays["threshold"],
            arrays["left"],
            arrays["right"],
            arrays["value"],
            arrays["roots"],
            int(facts["depth"]),
            float(facts["offset"]),
        )


@dataclass(frozen=True)
class Grammar:
    """The two learned parts of enumerating."""

    skeletons: Perceptron
    roles: Perceptron
