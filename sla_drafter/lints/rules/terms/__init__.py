"""Which words a paper defines, and how it uses them."""
