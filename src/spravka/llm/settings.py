"""Where the language model is, if there is one."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator


class LlmSettings(BaseModel):
    """``SPRAVKA_LLM_*``. Without ``base_url`` there is no language model, and every service works without it."""

    model_config = ConfigDict(frozen=True)

    base_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s@]+$",
        description="Address of an OpenAI-compatible server, as http://ollama:11434/v1; absent: no language model",
    )
    api_key: SecretStr | None = Field(default=None, description="The server's key, where it asks for one")
    name: str = Field(default="", max_length=200, description="Which of the server's language models answers")
    timeout_seconds: float = Field(
        default=120.0, gt=0, le=3600, description="How long one answer may take, from the question to its last word"
    )
    max_tokens: int = Field(default=2000, ge=16, le=100_000, description="How long one answer may be, in tokens")
    prompt_tokens: int = Field(
        default=6000,
        ge=2000,
        le=1_000_000,
        description="How much may be told to it with one question, in tokens; its context holds this and an answer",
    )
    trusts_environment: bool = Field(
        default=False, description="Reach the server through the proxies that HTTP_PROXY and HTTPS_PROXY name"
    )

    @model_validator(mode="after")
    def _name_it(self) -> Self:
        if self.base_url and not self.name.strip():
            raise ValueError("needs a name: set SPRAVKA_LLM_NAME beside SPRAVKA_LLM_BASE_URL")
        return self

    @property
    def is_on(self) -> bool:
        """True where there is a language model to ask."""
        return self.base_url is not None
