"""What the paper and PowerHA's verification ask of a plan: one decorated function per rule."""
