"""``python -m allegiance`` is the command ``allegiance``."""

from allegiance.cli import main

if __name__ == "__main__":
    main()
