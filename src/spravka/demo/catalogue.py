"""The demo catalogue: a coded tree of groups and a few thousand construction materials in it.

The codes are our own: 01 is a chapter, 01.02 a section, 01.02.03 a group of items, and
01.02.03-0004 an item. The same seed always gives the same catalogue.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from spravka.demo.catalogue_building import ENVELOPE, OPENINGS
from spravka.demo.catalogue_electrical import ELECTRICAL, VENTILATION
from spravka.demo.catalogue_finishing import FINISHING
from spravka.demo.catalogue_masonry import MASONRY
from spravka.demo.catalogue_metal import FASTENERS, METAL
from spravka.demo.catalogue_pipes import PIPES, PLUMBING
from spravka.demo.catalogue_tools import TOOLS
from spravka.demo.catalogue_words import Chapter, Family

CHAPTERS: tuple[Chapter, ...] = (
    METAL,
    FASTENERS,
    PIPES,
    PLUMBING,
    ELECTRICAL,
    VENTILATION,
    MASONRY,
    FINISHING,
    ENVELOPE,
    OPENINGS,
    TOOLS,
)
DEFAULT_SEED = 2026
ITEMS_IN_A_GROUP = 30


@dataclass(frozen=True)
class DemoGroup:
    """A node of the tree; a chapter has no parent."""

    code: str
    name: str
    parent_code: str | None


@dataclass(frozen=True)
class DemoItem:
    """One material. ``group_code`` is always a leaf of the tree."""

    code: str
    name: str
    group_code: str
    unit: str


def generate_groups() -> list[DemoGroup]:
    """The tree, parents before children."""
    groups = []
    for chapter_number, chapter in enumerate(CHAPTERS, 1):
        chapter_code = f"{chapter_number:02}"
        groups.append(DemoGroup(chapter_code, chapter.name, None))
        for section_number, section in enumerate(chapter.sections, 1):
            section_code = f"{chapter_code}.{section_number:02}"
            groups.append(DemoGroup(section_code, section.name, chapter_code))
            for number, family in enumerate(section.families, 1):
                groups.append(DemoGroup(f"{section_code}.{number:02}", family.name, section_code))
    return groups


def generate_catalogue(seed: int = DEFAULT_SEED, items_in_a_group: int = ITEMS_IN_A_GROUP) -> list[DemoItem]:
    """The items, sorted by code: of each family at most ``items_in_a_group``, chosen by the seed."""
    return [
        DemoItem(f"{group_code}-{number:04}", name, group_code, family.unit)
        for group_code, family in _families()
        for number, name in enumerate(_chosen_names(family, items_in_a_group, f"{seed}/{group_code}"), 1)
    ]


def brands_of(group_code: str) -> tuple[str, ...]:
    """The makers whose names suppliers put beside the items of a group."""
    return CHAPTERS[int(group_code[:2]) - 1].brands


def _families() -> Iterator[tuple[str, Family]]:
    """Every leaf family with its code."""
    for chapter_number, chapter in enumerate(CHAPTERS, 1):
        for section_number, section in enumerate(chapter.sections, 1):
            for number, family in enumerate(section.families, 1):
                yield f"{chapter_number:02}.{section_number:02}.{number:02}", family


def _chosen_names(family: Family, count: int, seed: str) -> list[str]:
    """Some of the family's names, in their own order; a change of another family does not change them."""
    names = list(dict.fromkeys(family.item_names()))
    chooser = random.Random(seed)
    kept = sorted(chooser.sample(range(len(names)), min(count, len(names))))
    return [names[index] for index in kept]
