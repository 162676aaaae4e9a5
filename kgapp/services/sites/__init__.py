"""Two site processes of one general process, step by step: what agrees, what differs, and what nobody recorded."""
