"""The state: page facts, link history, issues, outbox, runs."""
