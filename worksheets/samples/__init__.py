"""Sample clusters as plan files, for a first look and for tests. They hold rows, no code."""
