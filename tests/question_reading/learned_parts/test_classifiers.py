"""Learned classifiers give what their arrays say, and survive being kept."""

import numpy as np

from spravka.question_reading.learned_parts.classifiers import Perceptron, TreeEnsemble


def _perceptron() -> Perceptron:
    chance = np.random.default_rng(3)
    return Perceptron(
        ("a", "b", "c"),
        ("yes", "no"),
        chance.normal(size=(3, 4)).astype(np.float32),
        chance.normal(size=4).astype(np.float32),
        chance.normal(size=(4, 2)).astype(np.float32),
        np.zeros(2, dtype=np.float32),
    )


def _stump() -> TreeEnsemble:
    """Worth 2 where the second number is over 0.5, else -1."""
    return TreeEnsemble(
        feature=np.array([1, 0, 0], dtype=np.int16),
        threshold=np.array([0.5, 0, 0], dtype=np.float32),
        left=np.array([1, 1, 2], dtype=np.int32),
        right=np.array([2, 1, 2], dtype=np.int32),
        value=np.array([0, -1, 2], dtype=np.float32),
        roots=np.array([0], dtype=np.int32),
        depth=1,
        offset=0.25,
    )


def test_chances_of_the_classes_sum_to_one() -> None:
    classifier = _perceptron()
    logs = classifier.log_chances(np.array([classifier.units(["a", "c"]), classifier.units([])]))
    assert np.allclose(np.exp(logs).sum(axis=1), 1.0, atol=1e-6)


def test_unknown_words_change_nothing() -> None:
    classifier = _perceptron()
    assert np.array_equal(classifier.units(["a", "what"]), classifier.units(["a"]))


def test_a_word_added_later_counts_as_if_it_had_been_there() -> None:
    classifier = _perceptron()
    later = classifier.with_word(classifier.units(["a"])[None, :], "b")[0]
    assert np.allclose(later, classifier.units(["a", "b"]), atol=1e-6)


def test_a_perceptron_survives_being_kept() -> None:
    classifier = _perceptron()
    kept = Perceptron.from_arrays(*classifier.to_arrays())
    assert kept.classes == classifier.classes
    assert np.allclose(kept.units(["b"]), classifier.units(["b"]), atol=1e-2)


def test_a_tree_leads_each_row_to_its_leaf() -> None:
    rows = np.array([[9, 0.4], [9, 0.6]], dtype=np.float32)
    assert _stump().logits(rows).tolist() == [-0.75, 2.25]


def test_trees_survive_being_kept() -> None:
    rows = np.array([[0, 0.1], [0, 0.9]], dtype=np.float32)
    assert np.array_equal(TreeEnsemble.from_arrays(*_stump().to_arrays()).logits(rows), _stump().logits(rows))
