"""The database assistant: a question about the department's database becomes rows, with proof.

Words: the *connected database* is the one a tenant's admin has saved; *learning* reads its structure and values in the
background; an *answer* is a question with everything that came of it, stage by stage; a *reader* (the grammar, or a
language model) turns a question into a plan; an *example* is a question with an answer that an expert approved.
"""
