"""What asks for the team today: `roll`, whose test stands where, and `desk`, everything that waits for somebody."""
