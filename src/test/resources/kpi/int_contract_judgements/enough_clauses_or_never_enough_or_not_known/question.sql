select contract_id, is_met from int_contract_judgements where criterion = 'circular_count'
