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


DATABASE = (
    AskedFigure("spider_accuracy", 0.35),
    AskedFigure("spider_answered", 0.45),
    AskedFigure("spider_precision", 0.80),
    AskedFigure("pauq_accuracy", 0.25),
    AskedFigure("pauq_answered", 0.35),
    AskedFigure("pauq_precision", 0.75),
    AskedFigure("idk_declined", 0.95),
    AskedFigure("guard_refused_share", 0.005, is_upper=True),
    AskedFigure("defog_refused", 0, is_upper=True),
    AskedFigure("guard_let_through", 0, is_upper=True),
    AskedFigure("first_row_p95_milliseconds", 300, is_upper=True),
)

DOCUMENTS = (
    AskedFigure("xquad_page_at_1", 0.96),
    AskedFigure("xquad_answer_quoted", 0.80),
    AskedFigure("absent_declined", 0.70),
    AskedFigure("present_lost", 0.05, is_upper=True),
    AskedFigure("outline_at_1", 0.72),
    AskedFigure("outline_at_5", 0.95),
    AskedFigure("hostile_hangs", 0, is_upper=True),
    AskedFigure("hostile_deaths", 0, is_upper=True),
    AskedFigure("hostile_silent", 0, is_upper=True),
    AskedFigure("read_speed_share", 0.25),
    AskedFigure("reading_megabytes", 600, is_upper=True),
    AskedFigure("left_after_delete", 0, is_upper=True),
)

NOMENCLATURE = (
    AskedFigure("ksr_group_accuracy", 0.80),
    AskedFigure("ksr_item_at_1", 0.57),
    AskedFigure("ksr_item_at_5", 0.75),
    AskedFigure("rows_per_second", 400),
    AskedFigure("times_the_row_loop", 12),
    AskedFigure("worker_megabytes", 1200, is_upper=True),
)
