"""The database assistant. Only its table stands here yet."""
