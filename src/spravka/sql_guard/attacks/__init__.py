"""Texts that the guard must refuse, by dialect and by the reason expected, and those all dialects share.

Under the reason ``any`` stand texts that one dialect refuses for another reason than the next.
"""
