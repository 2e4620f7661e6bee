"""TLS: what is trusted, what a certificate shows, and the second handshake that only looks."""
