"""SPARQL as a text that is being written: tokens, grammar, layout and what is wrong with it; never raises on any text."""
