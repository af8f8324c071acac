SELECT kind, last FROM counter ORDER BY kind
