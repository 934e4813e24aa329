"""Everything that Jalon can say, as typed keys with parameters; one module a room, no prose."""
