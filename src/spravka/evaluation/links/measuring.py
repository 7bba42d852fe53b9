"""How many of the tables, columns and values that gold queries mean the linker finds, on held-out databases."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from spravka.embedding.sentence_encoder import SentenceEncoder
from spravka.evaluation.links.questions import AskedLinks, LinkedDatabases, databases_of, load_sets
from spravka.evaluation.questions_loading import databases_in, is_held_out
from spravka.question_reading.frames import Field
from spravka.question_reading.linking.links import Link, LinkKind
from spravka.question_reading.values import ValueIndex
from spravka.question_reading.word_keys import words_of

FEW_LINKS = 10
KINDS = {LinkKind.TABLE: "tables", LinkKind.COLUMN: "columns", LinkKind.VALUE: "values"}

Tell = Callable[[str], None]
Target = tuple[object, ...]


@dataclass
class LinkFigures:
    """Counts of targets by their kind: all that are meant, those linked, those among the likeliest ``FEW_LINKS``."""

    questions: int = 0
    links: int = 0
    meant: Counter[LinkKind] = field(default_factory=Counter)
    found: Counter[LinkKind] = field(default_factory=Counter)
    found_early: Counter[LinkKind] = field(default_factory=Counter)

    def to_json(self, prefix: str) -> dict[str, float]:
        """Recalls are 0…1; a kind that is never meant has none."""
        figures = {
            f"{prefix}_questions": float(self.questions),
            f"{prefix}_links": self.links / max(self.questions, 1),
        }
        for kind, name in KINDS.items():
            if self.meant[kind]:
                figures[f"{prefix}_{name}"] = self.found[kind] / self.meant[kind]
                figures[f"{prefix}_{name}_among_{FEW_LINKS}"] = self.found_early[kind] / self.meant[kind]
        return figures


def measure_links(folder: Path, tell: Tell) -> dict[str, float]:
    """Recall of tables, columns and values with the weights of the product, for each set of questions.

    Names are ``links_SET_KIND`` and ``links_SET_KIND_among_10``; ``links_SET_links`` is how many links a question
    has. Raises :class:`MeasuringDataMissing` where a set is not there.
    """
    sets = load_sets(folder)
    figures: dict[str, float] = {}
    with databases_in(databases_of(folder)) as place:
        databases = LinkedDatabases(place, SentenceEncoder().encode)
        for name, questions in sets.by_name.items():
            tell(f"linking questions: {name}")
            held_out = [one for one in questions if is_held_out(one.database)]
            figures |= figures_of(databases.ask(held_out)).to_json(f"links_{name}")
    return figures


def figures_of(asked: Iterable[AskedLinks]) -> LinkFigures:
    """Of questions of one set."""
    figures = LinkFigures()
    for one in asked:
        links = one.database.linker.link(one.heard)
        early = set(_targets(links[:FEW_LINKS]))
        found = set(_targets(links))
        figures.questions += 1
        figures.links += len(links)
        for kind, targets in _meant_targets(one).items():
            figures.meant[kind] += len(targets)
            figures.found[kind] += len(targets & found)
            figures.found_early[kind] += len(targets & early)
    return figures


def _targets(links: Iterable[Link]) -> Iterator[Target]:
    """A link to a value is one to its column too."""
    for link in links:
        if link.kind is LinkKind.TABLE:
            yield (link.table,)
        elif link.kind is not LinkKind.TERM:
            yield (Field(link.table, link.column),)
        if link.kind is LinkKind.VALUE:
            yield (Field(link.table, link.column), tuple(words_of(link.value)))


def _meant_targets(asked: AskedLinks) -> Mapping[LinkKind, set[Target]]:
    """Values that are not stored cannot be linked and are left out."""
    values = asked.database.knowledge.values
    return {
        LinkKind.TABLE: {(table,) for table in asked.meant.tables},
        LinkKind.COLUMN: {(column,) for column in asked.meant.columns},
        LinkKind.VALUE: {value for value in asked.meant.values if _is_stored(value, values)},
    }


def _is_stored(value: tuple[Field, tuple[str, ...]], values: ValueIndex) -> bool:
    column, words = value
    return any(tuple(words_of(text)) == words for text in values.values.get((column.table, column.column), ()))
