"""Programs for those who work on Spravka; none of them is part of the product."""
