"""Scripts that set up, run and test the project; standard library only, unless they say so."""
