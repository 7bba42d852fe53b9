"""Questions to begin with: what experts have approved, and what the reader surely answers about this very database."""
