"""A test origin for links: several loopback hosts over http and https, and what a fair person says of each link to them."""
