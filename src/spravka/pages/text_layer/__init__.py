"""Whether the text of a page is text: kept, repaired, or in need of recognition; pure."""
