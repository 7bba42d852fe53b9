"""A perceptron learned over words tells classes apart, and is the same each time."""

import numpy as np
import pytest

from spravka.evaluation.question_learning.perceptrons import learn_perceptron
from spravka.question_reading.learned_parts.classifiers import Perceptron

pytestmark = pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")

ROWS = [["sign=count", f"length={place % 3}"] for place in range(100)] + [["sign=sum"]] * 100 + [["sign=most"]] * 100
LABELS = ["counting"] * 100 + ["summing"] * 100 + ["ordering"] * 100


def learn(rows: list[list[str]], labels: list[str]) -> Perceptron:
    return learn_perceptron(rows, labels, units=16, epochs=150)


def likeliest(perceptron: Perceptron, words: list[str]) -> str:
    chances = perceptron.log_chances(perceptron.units(words)[None, :])[0]
    return perceptron.classes[int(np.argmax(chances))]


def test_words_tell_the_class() -> None:
    perceptron = learn(ROWS, LABELS)
    assert likeliest(perceptron, ["sign=count"]) == "counting"
    assert likeliest(perceptron, ["sign=sum", "never=seen"]) == "summing"


def test_the_same_rows_give_the_same_weights() -> None:
    first, second = learn(ROWS, LABELS), learn(ROWS, LABELS)
    assert first.vocabulary == second.vocabulary
    assert np.array_equal(first.hidden, second.hidden)
    assert np.array_equal(first.output, second.output)


def test_rare_words_and_rare_classes_are_not_learned() -> None:
    perceptron = learn([*ROWS, ["sign=rare"], ["sign=sum"]], [*LABELS, "summing", "guessing"])
    assert "sign=rare" not in perceptron.vocabulary
    assert perceptron.classes == ("counting", "ordering", "summing")
