"""Which of a text's date phrases an event takes, and what the phrase means beside the others; what became of it."""
