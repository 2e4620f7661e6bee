"""What the reader of a page's dates is made of."""
