"""What a role may do, as each vendor's catalogue tells it."""
