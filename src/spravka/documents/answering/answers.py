"""The answers of this assistant, as the making of answers knows them."""

from spravka.answering.answer_kind import AnswerKind
from spravka.documents import queries
from spravka.documents.answer_schemas import DocumentAnswerOut
from spravka.documents.errors import DocumentAnswerBroke, DocumentAnswerInterrupted
from spravka.documents.tables import DocumentAnswer, DocumentAnswerState

ANSWERS = AnswerKind(
    table=DocumentAnswer,
    running=DocumentAnswerState.RUNNING,
    failed=DocumentAnswerState.FAILED,
    id_name="document_answer_id",
    get=queries.get_document_answer,
    to_json=lambda answer: DocumentAnswerOut.of(answer).model_dump(mode="json"),
    broke=DocumentAnswerBroke,
    interrupted=DocumentAnswerInterrupted,
)
