"""Agreements: treaties, pacts, memoranda and declarations, and whom they bind."""
