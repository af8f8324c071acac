SELECT id, name AS number FROM map
