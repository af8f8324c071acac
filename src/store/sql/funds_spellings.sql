SELECT id, evidence AS spelling FROM funds WHERE evidence <> '' ORDER BY id
