"""The cluster that the examples of the worksheets speak of, and the words of clmgr.

One module per chapter: `ROWS` are rows that examples name, `CLMGR` the attribute and class names
that `powerha` may use.
"""
