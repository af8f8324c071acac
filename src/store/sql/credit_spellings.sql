SELECT id, document AS spelling FROM credit WHERE document <> '' ORDER BY id
