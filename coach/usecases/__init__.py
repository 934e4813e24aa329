"""The verbs of the product, each over one unit of work that the caller commits."""
