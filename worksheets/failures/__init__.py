"""What happens when parts fail: the plan as a graph of parts and gates, and walks over it."""
