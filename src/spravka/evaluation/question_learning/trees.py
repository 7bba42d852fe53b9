"""Learning boosted trees with scikit-learn's histogram method; they are kept as arrays."""

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from spravka.question_reading.learned_parts.classifiers import Floats, TreeEnsemble

SEED = 20


def learn_trees(
    features: Floats,
    labels: NDArray[np.bool_],
    weights: Floats | None = None,
    *,
    rounds: int,
    leaves: int,
    rate: float = 0.08,
    fewest_in_leaf: int = 40,
    feature_share: float = 0.3,
) -> TreeEnsemble:
    """An ensemble whose logit tells how likely the label is true."""
    classifier = HistGradientBoostingClassifier(
        max_iter=rounds,
        learning_rate=rate,
        max_leaf_nodes=leaves,
        min_samples_leaf=fewest_in_leaf,
        l2_regularization=5.0,
        max_features=feature_share,
        early_stopping=False,
        random_state=SEED,
    )
    classifier.fit(features, labels, sample_weight=weights)
    return _as_arrays(classifier)


def _as_arrays(classifier: HistGradientBoostingClassifier) -> TreeEnsemble:
    trees = [predictors[0].nodes for predictors in classifier._predictors]
    roots = np.cumsum([0, *(len(nodes) for nodes in trees)])[:-1].astype(np.int32)
    joined = np.concatenate(trees)
    offsets = np.repeat(roots, [len(nodes) for nodes in trees])
    own = np.arange(len(joined), dtype=np.int32)
    is_leaf = joined["is_leaf"].astype(bool)
    return TreeEnsemble(
        feature=np.where(is_leaf, 0, joined["feature_idx"]).astype(np.int16),
        threshold=np.where(is_leaf, 0.0, joined["num_threshold"]).astype(np.float32),
        left=np.where(is_leaf, own, joined["left"].astype(np.int64) + offsets).astype(np.int32),
        right=np.where(is_leaf, own, joined["right"].astype(np.int64) + offsets).astype(np.int32),
        value=np.where(is_leaf, joined["value"], 0.0).astype(np.float32),
        roots=roots,
        depth=int(max(int(nodes["depth"].max()) for nodes in trees)),
        offset=float(np.ravel(classifier._baseline_prediction)[0]),
    )
