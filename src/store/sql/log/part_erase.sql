DELETE FROM {table} WHERE record_id = :id
