UPDATE counter SET last = :last WHERE kind = :kind
