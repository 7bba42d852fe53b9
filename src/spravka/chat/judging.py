"""Marks and reviews. A liked answer becomes a candidate for the tenant's examples."""

from sqlalchemy.orm import Session

from spravka.chat import queries
from spravka.chat.schemas import NewMark, NewReview
from spravka.chat.tables import Mark, MarkValue, Review
from spravka.database_assistant.exemplifying import propose_example, withdraw_candidate


def set_mark(session: Session, tenant_id: int, user_id: int, message_id: int, new: NewMark) -> Mark:
    """Like or dislike an answer; the user's later mark replaces the earlier one."""
    message = queries.get_message(session, tenant_id, user_id, message_id)
    mark = queries.find_mark(session, tenant_id, user_id, message_id)
    if mark is None:
        mark = Mark(message_id=message.id, user_id=user_id)
        session.add(mark)
    mark.value, mark.reason = new.value, new.reason
    if message.answer_id is not None:
        if new.value is MarkValue.LIKE:
            propose_example(session, tenant_id, message.answer_id)
        else:
            withdraw_candidate(session, tenant_id, message.answer_id)
    session.flush()
    return mark


def remove_mark(session: Session, tenant_id: int, user_id: int, message_id: int) -> None:
    """Take the mark back; an example that an expert has decided about stays."""
    message = queries.get_message(session, tenant_id, user_id, message_id)
    mark = queries.find_mark(session, tenant_id, user_id, message_id)
    if mark is not None:
        session.delete(mark)
    if message.answer_id is not None:
        withdraw_candidate(session, tenant_id, message.answer_id)
    session.flush()


def add_review(session: Session, tenant_id: int, user_id: int, message_id: int, new: NewReview) -> Review:
    message = queries.get_message(session, tenant_id, user_id, message_id)
    review = Review(message_id=message.id, user_id=user_id, text=new.text)
    session.add(review)
    session.flush()
    return review
