"""Conversations: a user's chats, the messages in them, marks and reviews of the answers.

Words: a *message* is one question with its answer; a *mark* is a like or a dislike; a *review* is a text
about an answer. A chat belongs to one user and one service; nobody else reads it.
"""
