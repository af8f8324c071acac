DELETE FROM posting_block WHERE part = :part AND on_until = :day
