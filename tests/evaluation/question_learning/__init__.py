"""Learning the weights of the question reader."""
