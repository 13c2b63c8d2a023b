"""What measures Allegiance: run each as ``python -m benchmarks.NAME``; nothing here is part of the package."""
