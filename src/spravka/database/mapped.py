"""What every mapped class shares: the declarative root, names of constraints, kinds of columns."""

from datetime import datetime
from typing import Annotated, Any, ClassVar

from sqlalchemy import BigInteger, DateTime, Identity, MetaData, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(DeclarativeBase):
    """The root of all mapped classes; a room's ``tables.py`` derives from it."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: DateTime(timezone=True),
        dict[str, Any]: JSONB(none_as_null=True),
        list[Any]: JSONB(none_as_null=True),
    }


IdKey = Annotated[int, mapped_column(BigInteger, Identity(), primary_key=True)]
"""A number given by the database, growing: it orders pages."""

BigInt = Annotated[int, mapped_column(BigInteger)]

CreatedAt = Annotated[datetime, mapped_column(server_default=func.now())]
"""When the row was made, by the database's clock."""
