"""The links of a page, with their words and places."""
