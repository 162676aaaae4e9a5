"""The ratios of the design's speed table, run by hand: ``python -m tests.benchmarks --quads 80000``."""
