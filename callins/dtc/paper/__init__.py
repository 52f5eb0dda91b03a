"""What treatment court prints: for the court, for those whom a consent names, for the participant."""
