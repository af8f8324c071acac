SELECT CASE WHEN EXISTS (SELECT 1 FROM signing WHERE on_until >= :from AND on_until <= :until)
              OR EXISTS (SELECT 1 FROM negotiation WHERE on_until >= :from AND on_until <= :until)
              OR EXISTS (SELECT 1 FROM funds WHERE on_until >= :from AND on_until <= :until)
              OR EXISTS (SELECT 1 FROM outlay WHERE on_until >= :from AND on_until <= :until)
              OR EXISTS (SELECT 1 FROM event WHERE on_until >= :from AND on_until <= :until)
              OR EXISTS (SELECT 1 FROM delegation
                         WHERE starts_until >= :from AND starts_until <= :until)
              OR EXISTS (SELECT 1 FROM project
                         WHERE lead_on_until >= :from AND lead_on_until <= :until)
              OR EXISTS (SELECT 1 FROM project_moves
                         WHERE on_until >= :from AND on_until <= :until)
            THEN 1 ELSE 0 END AS found
