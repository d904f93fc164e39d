"""Who is meant: names, posts, pronouns, plurals and descriptions, resolved while the text is read from the top."""
