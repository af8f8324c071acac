SELECT id, contract_no AS number FROM signing WHERE contract_no <> ''
