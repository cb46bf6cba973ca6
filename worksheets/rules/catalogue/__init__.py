"""The rules: a package for each part of the planning, in it a module for each subject.

The docstrings of packages and the first sentences of those of modules are the headings under
which people read the rules.
"""

# In the order of planning. A package that is not named comes after these.
PARTS = (
    *("needs", "spof", "machines", "sites", "network", "storage", "applications", "groups"),
    *("running", "names", "estate", "unanswered"),
)
