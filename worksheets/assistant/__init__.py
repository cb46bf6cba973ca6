"""The two-node assistant: a few answers in, a sound plan out. Plain Python."""
