"""Everyday questions of a business read by rule: money by month, largest debts, contracts without payments.

What the sets to learn from hardly ever ask (periods, buckets of time, sums that nobody called a sum) is composed here
from the same mentions. A reading counts only where every word with a meaning found its place.
"""
