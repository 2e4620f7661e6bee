"""The commands: one file each, its file name is the command's name, its ``command`` a click command."""
