"""Tenants, the modes each has switched on, and their prompts."""

import enum

from sqlalchemy import Enum, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, false, true
from sqlalchemy import text as sql_text
from sqlalchemy.orm import Mapped, mapped_column

from spravka.database.mapped import BigInt, CreatedAt, IdKey, Table


class ModeName(enum.StrEnum):
    """The services a tenant may have."""

    DATABASES = "databases"
    DOCUMENTS = "documents"
    NOMENCLATURE = "nomenclature"


class Tenant(Table):
    """A department of the company; nothing of it is seen by another."""

    __tablename__ = "tenant"

    id: Mapped[IdKey]
    slug: Mapped[str] = mapped_column(String(63), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    is_active: Mapped[bool] = mapped_column(server_default=true())
    database_address_encrypted: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[CreatedAt]


class Mode(Table):
    """A service that tenants may have switched on."""

    __tablename__ = "mode"

    id: Mapped[IdKey]
    name: Mapped[ModeName] = mapped_column(
        Enum(
            ModeName,
            native_enum=False,
            length=32,
            values_callable=lambda names: [name.value for name in names],
        ),
        unique=True,
    )


class ModeTenant(Table):
    """A mode that a tenant has switched on."""

    __tablename__ = "mode_tenant"

    mode_id: Mapped[BigInt] = mapped_column(ForeignKey("mode.id", ondelete="CASCADE"), primary_key=True)
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"), primary_key=True, index=True)
    created_at: Mapped[CreatedAt]


class Prompt(Table):
    """A version of the tenant's wording for one of its database's tables; at most one is active."""

    __tablename__ = "prompt"
    __table_args__ = (
        UniqueConstraint("tenant_id", "table_name", "version"),
        Index(
            "uq_prompt_active",
            "tenant_id",
            "table_name",
            unique=True,
            postgresql_where=sql_text("is_active"),
        ),
    )

    id: Mapped[IdKey]
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    table_name: Mapped[str] = mapped_column(String(255))
    version: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    is_active: Mapped[bool] = mapped_column(server_default=false())
    created_by_id: Mapped[BigInt | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[CreatedAt]
