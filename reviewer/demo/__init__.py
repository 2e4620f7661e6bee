"""The sample site and the job done on it: what `reviewer demo` shows."""
