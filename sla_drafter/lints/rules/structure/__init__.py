"""How a paper is laid out: its headings, its lists, its contents, and which of its texts prevails."""
