"""What words mean to a search: their lemmas, which are passed over, which stand for each other."""
