"""What the reader of contacts is made of."""
