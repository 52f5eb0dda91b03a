"""What the API tells of dealers."""
