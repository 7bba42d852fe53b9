"""From placed words to reading order and blocks; pure."""
