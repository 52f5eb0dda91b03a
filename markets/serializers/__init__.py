"""What the API tells of markets."""
