"""Starting the real parts on one machine without Docker: PostgreSQL, Valkey, Chroma, the worker, the server.

Words of this room: a *program* is what can be started (arguments, environment, log file); a *part* is a
program with a way to tell that it is ready; the *supervisor* starts parts, brings dead ones back and stops
them in reverse order; the *roster* is the file that remembers which processes were started, so that the
next start can end those a crash left behind; the *data folder* holds everything that outlives a run.
"""
