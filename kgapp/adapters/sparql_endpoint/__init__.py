"""A SPARQL 1.1 endpoint on the network as a source of answers; whatever it sends is untrusted."""
