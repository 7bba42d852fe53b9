"""The stages of an answer from documents."""

import enum


class Stage(enum.StrEnum):
    """In the order they happen."""

    SEARCH = "search"
    QUOTATIONS = "quotations"
    LLM = "llm"
