"""The guard: judges one SQL text against an allow-list and renders what may run from its tree. Pure: no I/O."""
