"""Help while SPARQL is written: completion, explanations and problems, from the model and from what the data holds."""
