"""Forms of cases, one file for each room."""
