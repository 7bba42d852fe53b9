"""Files of a tenant that the document assistant answers from."""

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from spravka.database.mapped import BigInt, CreatedAt, IdKey, Table


class File(Table):
    """A document of a tenant; its bytes lie in the file store under ``content_hash``."""

    __tablename__ = "file"
    __table_args__ = (Index("uq_file_tenant_id_content_hash", "tenant_id", "content_hash", unique=True),)

    id: Mapped[IdKey]
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    uploaded_by_id: Mapped[BigInt | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"), index=True)
    name: Mapped[str] = mapped_column(String(255))
    content_hash: Mapped[str] = mapped_column(String(64))
    content_type: Mapped[str] = mapped_column(String(100))
    size_bytes: Mapped[BigInt]
    status: Mapped[str] = mapped_column(String(16), server_default="queued")
    status_reason: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[CreatedAt]
