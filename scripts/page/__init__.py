"""What building the web page needs."""
