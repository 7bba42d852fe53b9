"""What a caller shows to be known: passwords, access tokens, random keys. Pure: no I/O, no clock of its own."""
