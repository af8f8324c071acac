SELECT id, indicator AS spelling FROM figure ORDER BY id
