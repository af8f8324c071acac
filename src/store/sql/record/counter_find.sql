SELECT last FROM counter WHERE kind = :kind
