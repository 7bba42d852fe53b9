"""Tests of question_reading/lexicon."""
