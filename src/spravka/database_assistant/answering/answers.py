"""The answers of this assistant, as the making of answers knows them."""

from spravka.answering.answer_kind import AnswerKind
from spravka.database_assistant import queries
from spravka.database_assistant.answer_schemas import AnswerOut
from spravka.database_assistant.errors import AnswerBroke, AnswerInterrupted
from spravka.database_assistant.tables import Answer, AnswerState

ANSWERS = AnswerKind(
    table=Answer,
    running=AnswerState.RUNNING,
    failed=AnswerState.FAILED,
    id_name="answer_id",
    get=queries.get_answer,
    to_json=lambda answer: AnswerOut.of(answer).model_dump(mode="json"),
    broke=AnswerBroke,
    interrupted=AnswerInterrupted,
)
