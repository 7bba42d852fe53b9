"""Mapping in the background."""

from collections.abc import Mapping

from spravka.jobs.running import JobHandler
from spravka.nomenclature.mapping import map_rows
from spravka.nomenclature.starting import MAP_NAMES

HANDLERS: Mapping[str, JobHandler] = {MAP_NAMES.name: map_rows}
