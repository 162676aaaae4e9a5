"""RDF files, read and written by jobs in child processes."""
