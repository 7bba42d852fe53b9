"""Language models behind an OpenAI-compatible address: asking for structured output, streaming, counting."""
