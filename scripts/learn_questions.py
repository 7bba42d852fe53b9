"""Learns the weights of the question reader: ``python -m scripts.learn_questions --data DIR [--out DIR]``.

DIR holds ``spider_train.json.gz``, ``spider_databases.tar.gz`` and ``pauq_russian.json.gz``. Only databases of the
training part are looked at. Takes about half an hour on one idle core.

Chance is seeded, yet two runs need not give the very same weights: among other things a query that a busy machine gives
up after its second counts as a wrong one. The weights that ship were learned before hearing and linking came to what
they are now, so that learning anew gives others: measure them before they replace these.
"""

import argparse
import time
import warnings
from pathlib import Path

from sklearn.exceptions import ConvergenceWarning

from spravka.evaluation.question_learning.lessons import learn_weights
from spravka.question_reading.learned_parts.learned_weights import FOLDER, save_weights


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn the weights of the question reader")
    parser.add_argument("--data", type=Path, required=True, help="The folder of the sets of questions")
    parser.add_argument("--out", type=Path, default=FOLDER, help="Where the weights go")
    options = parser.parse_args()
    warnings.simplefilter("ignore", ConvergenceWarning)
    started_at = time.monotonic()
    weights = learn_weights(options.data, lambda text: print(f"{time.monotonic() - started_at:6.0f} s  {text}"))
    save_weights(weights, options.out)


if __name__ == "__main__":
    main()
