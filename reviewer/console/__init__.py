"""What all commands share: options and exit codes, the config and the state at hand, progress, what a run says at its end."""
