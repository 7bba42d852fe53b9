"""SQL read back into a plan: names resolved against the schema, expressions, conditions, joins."""
