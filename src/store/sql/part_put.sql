INSERT INTO {table} (record_id, position, {columns}) VALUES (:id, :position, {parameters})
