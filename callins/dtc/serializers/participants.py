"""The participants: who is in the program, who has left it."""
