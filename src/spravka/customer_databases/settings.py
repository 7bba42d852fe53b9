"""What reaching customers' databases needs to know."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator

MIN_SECRET_LENGTH = 32
MIN_DISTINCT_CHARACTERS = 12


class DatabasesSettings(BaseModel):
    """``SPRAVKA_DATABASES_*``."""

    model_config = ConfigDict(frozen=True)

    secret: SecretStr = Field(
        description="Encrypts the addresses of tenants' databases: at least 32 random characters; "
        "lost, they have to be saved again"
    )
    sqlite_dir: Path | None = Field(default=None, description="The folder below which SQLite files may be connected")
    certificates_dir: Path | None = Field(
        default=None, description="The folder of certificate authorities that connections may name"
    )
    connect_seconds: float = Field(default=10, gt=0, le=120, description="How long a database may take to accept us")
    query_seconds: float = Field(default=30, gt=0, le=3600, description="How long a query may take")
    row_limit: int = Field(default=2_000, ge=1, le=100_000, description="Rows kept with an answer")
    probe_readings: bool = Field(
        default=True,
        description="Look at a few rows of a question's likeliest readings before one is taken; off: fewer queries",
    )
    export_row_limit: int = Field(default=100_000, ge=1, le=1_000_000, description="Rows of an exported answer")

    @field_validator("secret")
    @classmethod
    def _refuse_weak(cls, secret: SecretStr) -> SecretStr:
        value = secret.get_secret_value()
        if len(value) < MIN_SECRET_LENGTH or len(set(value)) < MIN_DISTINCT_CHARACTERS:
            raise ValueError(
                f"is weak: use at least {MIN_SECRET_LENGTH} random characters, such as `openssl rand -base64 48` gives"
            )
        return secret
