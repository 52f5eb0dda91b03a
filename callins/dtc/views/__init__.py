"""Pages behind the wall. Who has no right here gets 404, not 403: even that a page exists is nobody's business.

What is said after an act names nobody: it waits in a cookie for the next page, and that may be the sign-in page of a
shared terminal.
"""
