"""What the reader of periods and promises is made of."""
