"""One library each: stores, files, endpoints, the client of the children."""
