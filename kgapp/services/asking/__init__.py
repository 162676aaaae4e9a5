"""Asking in SPARQL: runs with a limit that is said, what was asked before, comparing answers, why an answer is empty."""
