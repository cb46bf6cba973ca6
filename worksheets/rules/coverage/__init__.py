"""The demands of the best-practice paper, line by line, and where each of them is answered."""
