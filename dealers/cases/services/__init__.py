"""What is done with cases. One verb, one file."""
