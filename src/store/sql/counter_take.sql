INSERT INTO counter (kind, last) VALUES (:kind, 1)
ON CONFLICT (kind) DO UPDATE SET last = counter.last + 1
RETURNING last
