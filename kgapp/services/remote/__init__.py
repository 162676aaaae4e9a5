"""What kgapp does with endpoints on the network."""
