"""What the tenants' calls of language models cost: calls, tokens, time, and the limit of each tenant."""
