class RuleBroken(Exception):
    """A rule said no. The message is shown to the officer as it is."""
