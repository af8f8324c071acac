SELECT id FROM signing WHERE contract_no = :number
