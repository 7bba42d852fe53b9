"""The vector store: one Chroma collection per catalogue. It keeps vectors; searching happens in memory."""
