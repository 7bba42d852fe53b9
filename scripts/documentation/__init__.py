"""The parts of the documentation that are made from the program itself, so that they cannot lie.

Tables and their diagram come from the SQLAlchemy metadata, problems from the error classes, settings
from the settings classes, routes from the OpenAPI document, commands from the command line's own help.
``generated.py`` lists the files; a test proves that the committed ones are up to date.
"""
