"""People, the teams they belong to, and what they may do there."""
