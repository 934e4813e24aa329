"""Measurements: how well Jalon reads, and what its work costs."""
