"""Stand-ins that several tests share: for clocks, doors, progress and DNS."""
