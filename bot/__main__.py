"""`python -m bot` is `jalon`."""

import sys

from bot.cli import main

sys.exit(main())
