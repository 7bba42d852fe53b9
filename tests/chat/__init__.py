"""The room of conversations."""
