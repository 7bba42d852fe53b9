"""Choice chips: a person picks one meaning of ambiguous words, and the tenant's questions mean it from then on."""

from sqlalchemy.orm import Session

from spravka.auth.access import TenantCaller
from spravka.database_assistant import queries
from spravka.database_assistant.answer_schemas import ChosenMeaning
from spravka.database_assistant.asking import Asked, accept_question
from spravka.database_assistant.errors import ChoiceNotOffered
from spravka.database_assistant.knowing import forget_knowledge
from spravka.database_assistant.tables import Answer, RememberedChoice


def choose_meaning(session: Session, caller: TenantCaller, answer_id: int, chosen: ChosenMeaning) -> Answer:
    """Remember the meaning and ask the same question again. Raises :class:`ChoiceNotOffered`."""
    answer = queries.get_answer(session, caller.tenant_id, answer_id)
    if not _is_offered(answer, chosen):
        raise ChoiceNotOffered(chosen.target)
    database = queries.get_tenant_database(session, caller.tenant_id)
    words = chosen.words.lower()
    remembered = queries.find_choice(session, caller.tenant_id, database.id, words)
    if remembered is None:
        remembered = RememberedChoice(database_id=database.id, words=words)
        session.add(remembered)
    remembered.target, remembered.chosen_by_id = chosen.target, caller.user_id
    forget_knowledge(database)
    session.flush()
    return accept_question(session, caller, Asked(answer.question, previous_answer_id=answer.previous_answer_id))


def _is_offered(answer: Answer, chosen: ChosenMeaning) -> bool:
    return any(
        choice["text"].lower() == chosen.words.lower() and option["target"] == chosen.target
        for choice in answer.details.get("choices", [])
        for option in choice["options"]
    )
