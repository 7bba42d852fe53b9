"""Where the embedding server is, if there is one."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator


class EmbeddingSettings(BaseModel):
    """``SPRAVKA_EMBEDDING_*``: a server that makes vectors of texts, where an encoder in the package will not do."""

    model_config = ConfigDict(frozen=True)

    base_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s@]+$",
        description="Address of an OpenAI-compatible server with /embeddings, as http://ollama:11434/v1",
    )
    api_key: SecretStr | None = Field(default=None, description="The server's key, where it asks for one")
    name: str = Field(default="", max_length=200, description="Which of the server's encoders makes the vectors")
    dimensions: int | None = Field(default=None, ge=2, le=16_384, description="How many numbers its vectors have")
    query_prefix: str = Field(
        default="", max_length=1000, description="Put before a question, where the encoder wants it, as `query: `"
    )
    passage_prefix: str = Field(
        default="", max_length=200, description="Put before a passage, where the encoder wants it, as `passage: `"
    )
    batch_texts: int = Field(default=32, ge=1, le=2048, description="How many texts go with one request")
    timeout_seconds: float = Field(default=30.0, gt=0, le=600, description="How long one request may take")
    trusts_environment: bool = Field(
        default=False, description="Reach the server through the proxies that HTTP_PROXY and HTTPS_PROXY name"
    )

    @model_validator(mode="after")
    def _describe_it(self) -> Self:
        if self.base_url and not (self.name.strip() and self.dimensions):
            raise ValueError(
                "needs more: set SPRAVKA_EMBEDDING_NAME and SPRAVKA_EMBEDDING_DIMENSIONS beside "
                "SPRAVKA_EMBEDDING_BASE_URL"
            )
        return self
