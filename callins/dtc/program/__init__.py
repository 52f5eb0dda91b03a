"""The course of treatment court as pure functions over dated events. Days are local days, never moments.

Sources: the case study (180 days in phases of 30, 60 and 90; a meeting a week; consistently negative tests; a relapse
restarts the program) [CS]; what it does not fix is task force policy and stands in the configuration.
"""
