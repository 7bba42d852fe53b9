"""How the demonstration's documents are called."""

import enum


class DemoFile(enum.StrEnum):
    """Names of the files, as their users would have called them."""

    CONTRACT = "Договор подряда ПД-2025-0417.pdf"
    SPECIFICATION = "Спецификация 3 к договору ПС-2025-0236.pdf"
    MATERIALS = "Ведомость материалов РЧ-02.xlsx"
    CRANE_MANUAL = "Tower crane DK-160 manual.pdf"
    PROCUREMENT_RULES = "Регламент закупок.docx"
    LETTER = "Письмо о переносе срока кровли (скан).pdf"
