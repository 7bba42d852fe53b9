"""What sign-in needs to know."""

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator

MIN_SECRET_LENGTH = 32
MIN_DISTINCT_CHARACTERS = 12


class AuthSettings(BaseModel):
    """``SPRAVKA_AUTH_*``."""

    model_config = ConfigDict(frozen=True)

    secret: SecretStr = Field(
        description="Signs access tokens: at least 32 characters, random (`openssl rand -base64 48`)"
    )
    access_minutes: int = Field(default=15, ge=1, le=1440, description="How long an access token is good for")
    sign_in_days: int = Field(default=30, ge=1, le=365, description="How long a sign-in lasts without being used")
    bcrypt_rounds: int = Field(default=12, ge=4, le=16, description="Cost of a password hash, as a power of two")
    attempts_per_minute: int = Field(
        default=10, ge=1, le=1000, description="Failed sign-ins per e-mail and per address and minute"
    )

    @field_validator("secret")
    @classmethod
    def _refuse_weak(cls, secret: SecretStr) -> SecretStr:
        value = secret.get_secret_value()
        if len(value) < MIN_SECRET_LENGTH or len(set(value)) < MIN_DISTINCT_CHARACTERS:
            raise ValueError(
                f"is weak: use at least {MIN_SECRET_LENGTH} random characters, such as `openssl rand -base64 48` gives"
            )
        return secret
