"""The API's ground, the same for every app: acts and reads, problem details, and the schema that says what they take.

The twin of a page stands at the page's address behind /api/ and under its name behind `api:`. Each app's api.py holds
its views and their addresses. Nothing is imported here: DRF loads parts of this package while it loads itself.
"""
