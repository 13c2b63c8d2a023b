"""Stance, history, turns, blocs, words against deeds, contradictions and coverage: what the claims add up to."""
