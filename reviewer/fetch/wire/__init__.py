"""What carries a request: the engines under one httpx transport seam."""
