DELETE FROM posting WHERE project_id >= :first AND project_id <= :last
