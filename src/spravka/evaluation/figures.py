"""What is asked of the product, figure by figure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AskedFigure:
    """A figure by its name in the JSON, and the bound it has to keep."""

    name: str
    bound: float
    is_upper: bool = False

    @property
    def text(self) -> str:
        return f"{'≤' if self.is_upper else '≥'} {self.bound:g}"

    def is_met(self, value: float) -> bool:
        return value <= self.bound if self.is_upper else value >= self.bound


NOMENCLATURE = (
    AskedFigure("ksr_group_accuracy", 0.80),
    AskedFigure("ksr_item_at_1", 0.57),
    AskedFigure("ksr_item_at_5", 0.75),
    AskedFigure("rows_per_second", 400),
    AskedFigure("times_the_row_loop", 12),
    AskedFigure("worker_megabytes", 1200, is_upper=True),
)
