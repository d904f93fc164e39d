"""The whole article: read sentence by sentence, tellings of one event merged, the unsaid filled in, claims made."""
