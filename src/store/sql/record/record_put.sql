INSERT INTO {table} (id, {written}) VALUES (:id, {parameters})
ON CONFLICT (id) DO UPDATE SET {assignments}
