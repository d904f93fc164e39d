"""Places as a text names them, before any sentence is parsed: cities, states, regions, villages that no table has."""
