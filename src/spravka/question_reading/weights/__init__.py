"""The learned weights: arrays and their facts, written by ``spravka evaluate learn-questions``."""
