"""Tests of question_reading/hearing."""
