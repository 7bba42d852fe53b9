"""Documents without a geometry: what is told in a row becomes pages."""
