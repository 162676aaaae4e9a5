"""Reports as Word documents: headings that a contents list finds, heads of tables that repeat, and no macro or outside link."""
