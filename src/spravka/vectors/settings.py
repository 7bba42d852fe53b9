"""Where the vector store is."""

from pydantic import BaseModel, ConfigDict, Field


class VectorsSettings(BaseModel):
    """``SPRAVKA_VECTORS_*``."""

    model_config = ConfigDict(frozen=True)

    url: str = Field(default="http://127.0.0.1:8001", description="Address of the Chroma server")
    prefix: str = Field(
        default="",
        pattern=r"^[a-z0-9-]{0,20}$",
        description="Put before the names of collections, where a Chroma is shared",
    )
