"""Deliveries: one file for each way a message leaves; found by its URL scheme."""
