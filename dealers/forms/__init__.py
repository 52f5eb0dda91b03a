"""One form for each verb on a dealer, in the rooms of the views."""
