"""The measuring commands: every figure that is promised comes from one of them."""
