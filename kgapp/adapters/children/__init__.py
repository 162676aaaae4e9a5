"""The only client of the child processes."""
