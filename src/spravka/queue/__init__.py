"""Redis: the queues that the worker listens to, and counters of what is limited."""
