INSERT INTO project_stage (project_id, stage, since_from, since_until)
VALUES (:project, :stage, :since_from, :since_until)
ON CONFLICT (project_id) DO UPDATE SET
  stage = excluded.stage, since_from = excluded.since_from, since_until = excluded.since_until
