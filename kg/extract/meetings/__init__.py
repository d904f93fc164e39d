"""Meetings and calls: by verbs, nouns, set phrases, scenes, lists of those present."""
