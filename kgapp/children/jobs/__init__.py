"""One task each, in a process of its own."""
