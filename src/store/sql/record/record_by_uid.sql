SELECT id FROM {table} WHERE uid = :uid
