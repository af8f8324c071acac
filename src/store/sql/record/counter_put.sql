INSERT INTO counter (kind, last) VALUES (:kind, :last)
ON CONFLICT (kind) DO UPDATE SET last = excluded.last
