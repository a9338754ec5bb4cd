"""What happens to one tip, one case, one person: chains of operations with invented delays, mistakes and outcomes."""
