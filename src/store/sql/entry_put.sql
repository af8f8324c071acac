INSERT INTO entry (number, at, actor, command, request, undoes, row_count, hash)
VALUES (:number, :at, :actor, :command, :request, :undoes, :row_count, :hash)
