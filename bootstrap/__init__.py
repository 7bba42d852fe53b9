"""What the script ``run`` needs before the environment exists: the standard library of Python 3.8 alone.

It makes ``.venv`` from ``requirements.lock`` with uv, and brings uv where the machine has none.
"""
