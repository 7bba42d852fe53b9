"""Training a catalogue's group classifier and ranker, and judging them."""

import time
from typing import Any

from numpy.typing import NDArray
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from spravka.catalogues import queries
from spravka.catalogues.contents import read_confirmed, read_contents
from spravka.catalogues.promoting import activate
from spravka.catalogues.tables import ClassifierStatus, ClassifierVersion
from spravka.files.arrays import Bundle
from spravka.jobs.running import JobRun
from spravka.matching.catalogue_index import CatalogueIndex, CatalogueTexts, ConfirmedNames
from spravka.matching.classifier import ClassifierQuality, GroupClassifier, evaluate_classifier
from spravka.matching.ranker import Ranker

CLASSIFIER = "classifier."
RANKER = "ranker."

WORSE_BY = 0.01
"""A new version whose held-out accuracy is lower by more than this waits for a person's promotion."""


def train_classifier(run: JobRun, catalogue_id: int, *, promote: bool | None = None) -> None:
    """The stage "training" of a run: a new classifier version from the items and the confirmed names.

    ``promote`` says whether it takes over; None leaves that to its accuracy on the held-out part.
    """
    with run.resources.sessions() as session:
        contents = read_contents(session, catalogue_id)
        confirmed = read_confirmed(session, catalogue_id, contents.item_ids)
    run.enter_stage("training", total_count=3)
    started = time.monotonic()
    quality = evaluate_classifier(contents.texts, confirmed)
    run.report(ready_count=1)
    classifier = GroupClassifier.train(contents.texts, confirmed)
    run.report(ready_count=2)
    ranker = _train_ranker(contents.texts, classifier, confirmed)
    key = run.resources.arrays.put(_bundle(classifier, ranker))
    version = _version(contents.texts, confirmed, quality, key, time.monotonic() - started)
    _store(run, catalogue_id, version, promote)


def _train_ranker(texts: CatalogueTexts, classifier: GroupClassifier, confirmed: ConfirmedNames) -> Ranker:
    return Ranker.train(CatalogueIndex.build(texts, None), classifier, confirmed)


def _bundle(classifier: GroupClassifier, ranker: Ranker) -> Bundle:
    arrays: dict[str, NDArray[Any]] = {}
    facts: dict[str, Any] = {}
    for prefix, part in ((CLASSIFIER, classifier), (RANKER, ranker)):
        part_arrays, facts[prefix] = part.to_arrays()
        arrays |= {prefix + name: array for name, array in part_arrays.items()}
    return Bundle(arrays, facts)


def _version(
    texts: CatalogueTexts, confirmed: ConfirmedNames, quality: ClassifierQuality, key: str, seconds: float
) -> ClassifierVersion:
    return ClassifierVersion(
        status=ClassifierStatus.READY,
        arrays_key=key,
        accuracy=quality.accuracy,
        macro_f1=quality.macro_f1,
        held_out_count=quality.held_out_count,
        item_count=len(texts.names),
        confirmed_count=len(confirmed.names),
        group_count=len(set(texts.group_codes)),
        training_seconds=round(seconds, 1),
    )


def _store(run: JobRun, catalogue_id: int, version: ClassifierVersion, promote: bool | None) -> None:
    with run.chunk() as chunk:
        active = queries.find_active_version(chunk.session, run.tenant_id, catalogue_id)
        version.catalogue_id, version.trained_by_job_id = catalogue_id, run.job_id
        version.version = _next_version(chunk.session, catalogue_id)
        chunk.session.add(version)
        chunk.session.flush()
        if promote if promote is not None else _is_good_enough(version, active):
            activate(chunk.session, version)
        chunk.advance(1)


def _is_good_enough(version: ClassifierVersion, active: ClassifierVersion | None) -> bool:
    if active is None or active.accuracy is None or version.accuracy is None:
        return True
    if active.group_count != version.group_count:
        return True  # the old one does not know the catalogue as it is now, so the figures do not compare
    return version.accuracy >= active.accuracy - WORSE_BY


def _next_version(session: Session, catalogue_id: int) -> int:
    newest = session.scalar(
        select(func.max(ClassifierVersion.version)).where(ClassifierVersion.catalogue_id == catalogue_id)
    )
    return (newest or 0) + 1
