INSERT INTO {table} (id, {columns}) VALUES (:id, {parameters})
ON CONFLICT (id) DO UPDATE SET {assignments}
