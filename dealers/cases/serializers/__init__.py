"""What the API tells of cases, one file for each room."""
