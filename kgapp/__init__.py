"""kgapp keeps and questions the process knowledge of cell and gene therapies."""
