"""What a cluster plan is: frozen typed rows, canonical JSON, digest, merge.

Plain Python without Django or I/O, so that a plan can be built, judged and compared anywhere.
"""
