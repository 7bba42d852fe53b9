"""Whether a plan does what the question says: what is doubted is declined, a wrong answer costs more than none."""
