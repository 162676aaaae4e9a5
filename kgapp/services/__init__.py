"""What the program does, and the ports it needs."""
