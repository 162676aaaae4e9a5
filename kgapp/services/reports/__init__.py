"""Reports: what is told of an impact, an assessment, two sites, gaps and knowledge at risk, as one document each."""
