"""Learning the weights of links, and measuring how many of the links that gold queries mean are found."""
