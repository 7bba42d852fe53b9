"""What can go wrong with a measurement."""

from dataclasses import dataclass

from spravka.errors import NotFound


@dataclass
class MeasuringDataMissing(NotFound):
    title = "The measuring data are not there"
    folder: str
    file_name: str

    @property
    def detail(self) -> str:
        return f"{self.folder} holds no {self.file_name}; --data names the folder of the measuring data."
