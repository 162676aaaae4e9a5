"""Reports as PDF, set by Typst: nothing is fetched, and no text from the graph is ever read as markup."""
