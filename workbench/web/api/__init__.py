"""What programs ask of the workbench, in JSON: the addresses under /api/v1."""
