"""What a part of the measurement hands back."""

from dataclasses import dataclass, field

from rich.table import Table


@dataclass
class DocumentFigures:
    """Figures by their names in the JSON, and lines and tables to read beside them."""

    values: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def add(self, other: "DocumentFigures") -> None:
        """Take in what another part has measured."""
        self.values |= other.values
        self.notes += other.notes
        self.tables += other.tables
