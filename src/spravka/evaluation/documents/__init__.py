"""Figures of the document assistant's search, over documents and gold of the shared sets' shape."""
