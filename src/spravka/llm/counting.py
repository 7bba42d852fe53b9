"""Tokens counted without the language model's own tokenizer, for servers that do not tell and for budgets.

Tokenizers of today take about four Latin letters or two and a half Cyrillic ones a token; the estimate rounds up.
"""

import math
from collections.abc import Iterable

from spravka.llm.asking import Message

LATIN_LETTERS_A_TOKEN = 4.0
OTHER_LETTERS_A_TOKEN = 2.5
TOKENS_AROUND_A_MESSAGE = 4


def estimate_tokens(text: str) -> int:
    """About how many tokens ``text`` is, 0 for none."""
    latin = sum(1 for letter in text if letter < "\x80")
    return math.ceil(latin / LATIN_LETTERS_A_TOKEN + (len(text) - latin) / OTHER_LETTERS_A_TOKEN)


def estimate_sent(messages: Iterable[Message]) -> int:
    """About how many tokens the messages are, with what a server puts around each."""
    return sum(estimate_tokens(message.text) + TOKENS_AROUND_A_MESSAGE for message in messages)
