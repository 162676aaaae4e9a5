"""What belongs to a transfer project: gaps and their meeting, actions, gates on a time line, the transfer package."""
