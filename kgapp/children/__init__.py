"""What runs in child processes: the only place where foreign content meets a library."""
