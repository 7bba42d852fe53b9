"""Making an answer, stage by stage: read, check, guard, run, tell."""
