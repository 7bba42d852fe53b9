"""The HTTP edge shared by all rooms: problems, pages of a list, dependencies, events, health."""
