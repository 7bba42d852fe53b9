"""What the HTTP edge needs to know."""

from pydantic import BaseModel, ConfigDict, Field


class WebSettings(BaseModel):
    """``SPRAVKA_WEB_*``."""

    model_config = ConfigDict(frozen=True)

    upload_limit_megabytes: int = Field(
        default=50, ge=1, le=2048, description="Largest request body accepted; documents have limits of their own"
    )
    allowed_origins: tuple[str, ...] = Field(
        default=(), description="Origins of other pages that may call the API from a browser"
    )
