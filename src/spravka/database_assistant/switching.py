"""A user's switches of the optional stages."""

from sqlalchemy.orm import Session

from spravka.database_assistant import queries
from spravka.database_assistant.schemas import StageSwitches
from spravka.database_assistant.tables import DatabasePredictionConfig


def set_switches(session: Session, user_id: int, wanted: StageSwitches) -> DatabasePredictionConfig:
    """Keep the switches; they hold from the next question on."""
    switches = queries.find_switches(session, user_id)
    if switches is None:
        switches = DatabasePredictionConfig(user_id=user_id)
        session.add(switches)
    for name, value in wanted.model_dump().items():
        setattr(switches, name, value)
    session.flush()
    return switches
