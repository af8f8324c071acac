INSERT INTO entry_row (entry, position, kind, record_id, before, after)
VALUES (:entry, :position, :kind, :record, :before, :after)
