"""A sentence as the rules see it: made plainer for the parser, parsed, mended, and asked who does what."""
