"""The stages of an answer about a database."""

import enum


class Stage(enum.StrEnum):
    """In the order they happen."""

    TABLES = "tables"
    DATA_CHECK = "data_check"
    PLAN = "plan"
    GUARD = "guard"
    RUN = "run"
    SECOND_READER = "second_reader"
    DESCRIPTION = "description"
    SIMILAR = "similar"
