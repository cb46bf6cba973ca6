"""Plan to paper: the drawing of a cluster and the documents made from its plan."""
