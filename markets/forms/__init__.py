"""One form for each verb on a market, in the rooms of the views."""
