"""The coach: values and pure functions. No I/O, no clock, no randomness."""
