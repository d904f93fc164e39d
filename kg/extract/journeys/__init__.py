"""Visits: journeys to another state, by verbs, nouns, programmes, arrivals and stays."""
