"""What is not entered yet."""
