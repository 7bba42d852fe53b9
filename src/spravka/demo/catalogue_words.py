"""How the demo catalogue is written down: chapters of sections of families of products.

A family is one leaf group of the tree. Its items are all the ways to put one value of each parameter
into the template, so that «Болт М{0}х{1}» with diameters and lengths gives a series of bolts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True)
class Family:
    """A leaf group: its name, the unit its items are counted in, and how their names are made."""

    name: str
    unit: str
    template: str
    parameters: tuple[tuple[str, ...], ...]

    def item_names(self) -> Iterator[str]:
        """Every name of the family, in the order of the parameters."""
        for values in product(*self.parameters):
            yield self.template.format(*values)


@dataclass(frozen=True)
class Section:
    """A group of families."""

    name: str
    families: tuple[Family, ...]


@dataclass(frozen=True)
class Chapter:
    """A top of the tree. ``brands`` are invented makers of its products."""

    name: str
    brands: tuple[str, ...]
    sections: tuple[Section, ...]


def family(name: str, unit: str, template: str, *parameters: str) -> Family:
    """A family whose parameters are given as texts, the values divided by «|»."""
    return Family(name, unit, template, tuple(tuple(values.split("|")) for values in parameters))
