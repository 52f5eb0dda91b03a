"""What can be done to a call-in and everything that hangs on it: one module per verb."""
