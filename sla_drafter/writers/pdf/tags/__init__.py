"""What is what in a PDF, for those who hear it: the tree of headings, paragraphs, lists, tables, notes and links."""
