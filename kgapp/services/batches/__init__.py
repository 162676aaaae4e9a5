"""Results of batches: read from tables, drawn as control charts, and compared between two sites."""
