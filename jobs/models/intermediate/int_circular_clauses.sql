-- Whether each running contract of ICT hardware has each clause that config/circular-clauses.csv
-- counts; null where the register does not say. Spare parts count from the years of that table on.
-- grain: one row per definition, contract_id and clause
select
    int_contracts.month,
    int_contracts.definition,
    int_contracts.contract_id,
    circular_clauses.clause,
    case circular_clauses.clause
        when 'take_back' then int_contracts.has_take_back
        when 'repair' then int_contracts.has_repair
        when 'spare_parts'
            then int_contracts.spare_parts_years >= circular_clauses.minimum_years
        when 'battery_swap' then int_contracts.has_battery_swap
        when 'refurbished_option' then int_contracts.has_refurbished_option
        when 'packaging' then int_contracts.has_packaging
    end as is_met
from int_contracts
cross join circular_clauses
where int_contracts.is_running
    and coalesce(int_contracts.is_ict_hardware, true)
