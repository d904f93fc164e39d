"""Where an event took place: by its own sentence, by the stage on which the text plays, by the rest of the text."""
