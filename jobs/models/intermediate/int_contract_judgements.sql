-- What each running contract of ICT hardware is judged by: is_met is null where the register does
-- not say, and where it does not say whether the contract is of ICT hardware at all. Its weight is
-- its value in euro, or 1 where contracts are counted.
-- grain: one row per definition, contract_id and criterion
with clause_counts as (
    select
        definition,
        contract_id,
        count(case when is_met then 1 end) as met_count,
        count(case when is_met is null then 1 end) as unknown_count
    from int_circular_clauses
    group by
        definition,
        contract_id
),
hardware_contracts as (
    select
        int_contracts.month,
        int_contracts.definition,
        int_contracts.contract_id,
        int_contracts.is_ict_hardware,
        int_contracts.amount_eur,
        int_contracts.has_human_rights_clause,
        int_contracts.is_watched,
        int_contracts.has_disclosed_factories,
        case
            when clause_counts.met_count >= minimums.value then true
            when clause_counts.met_count + clause_counts.unknown_count < minimums.value then false
        end as has_circular_clauses
    from int_contracts
    left join clause_counts using (definition, contract_id)
    left join int_factors as minimums
        on minimums.purpose = 'circular_clauses'
        and minimums.unit = 'clauses'
    where int_contracts.is_running
        and coalesce(int_contracts.is_ict_hardware, true)
),
judgements as (
    select
        month,
        definition,
        contract_id,
        'human_rights_value' as criterion,
        is_ict_hardware,
        amount_eur as weight,
        has_human_rights_clause as is_met
    from hardware_contracts
    union all
    select
        month,
        definition,
        contract_id,
        'human_rights_count' as criterion,
        is_ict_hardware,
        cast(1 as decimal(18, 3)) as weight,
        has_human_rights_clause as is_met
    from hardware_contracts
    union all
    select
        month,
        definition,
        contract_id,
        'watched_value' as criterion,
        is_ict_hardware,
        amount_eur as weight,
        is_watched as is_met
    from hardware_contracts
    union all
    select
        month,
        definition,
        contract_id,
        'disclosed_count' as criterion,
        is_ict_hardware,
        cast(1 as decimal(18, 3)) as weight,
        has_disclosed_factories as is_met
    from hardware_contracts
    union all
    select
        month,
        definition,
        contract_id,
        'circular_count' as criterion,
        is_ict_hardware,
        cast(1 as decimal(18, 3)) as weight,
        has_circular_clauses as is_met
    from hardware_contracts
)
select
    month,
    definition,
    contract_id,
    criterion,
    weight,
    case when is_ict_hardware and weight is not null then is_met end as is_met
from judgements
