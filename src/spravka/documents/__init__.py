"""The document assistant. Only its table stands here yet."""
