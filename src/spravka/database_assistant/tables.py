"""Which stages make a user's answers."""

from sqlalchemy import ForeignKey, true
from sqlalchemy.orm import Mapped, mapped_column

from spravka.database.mapped import BigInt, Table


class DatabasePredictionConfig(Table):
    """A user's switches of the stages of an answer."""

    __tablename__ = "database_prediction_config"

    user_id: Mapped[BigInt] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)
    has_data_check: Mapped[bool] = mapped_column(server_default=true())
    has_sql_description: Mapped[bool] = mapped_column(server_default=true())
    has_alternative_questions: Mapped[bool] = mapped_column(server_default=true())
