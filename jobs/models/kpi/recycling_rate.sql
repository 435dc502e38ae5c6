-- unit: share
-- decimals: 3
-- better: higher
-- grain: organisation
-- numerator-unit: kg
-- denominator-unit: kg
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: C
-- practices: recycling
-- frames: ESRS E5-5, SDG 12.5
-- A statement counts by its mass; one that does not say it weighs as the mean of the others. A
-- month without a statement, between others, adds nothing.
with statement_sums as (
    select
        int_registers.month,
        count(int_recycler_statements.month) as statement_count,
        count(int_recycler_statements.mass_kg) as weighed_count,
        sum(
            case
                when int_recycler_statements.mass_kg is not null
                    then int_recycler_statements.mass_kg
                else 0
            end
        ) as stated_kg,
        sum(
            case
                when int_recycler_statements.recycled_kg is not null
                    and int_recycler_statements.mass_kg is not null
                    then int_recycler_statements.mass_kg
                else 0
            end
        ) as known_kg,
        sum(
            case
                when int_recycler_statements.recycled_kg is not null
                    and int_recycler_statements.mass_kg is not null
                    then int_recycler_statements.recycled_kg
                else 0
            end
        ) as recycled_kg
    from int_registers
    left join int_recycler_statements using (month)
    where int_registers.dataset = 'disposals'
    group by int_registers.month
)
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(recycled_kg as decimal(18, 6)) as numerator,
    cast(known_kg as decimal(18, 6)) as denominator,
    case
        when statement_count = 0 then cast(1 as double)
        when stated_kg = 0 then cast(0 as double)
        else cast(known_kg as double) / cast(stated_kg as double)
            * weighed_count / statement_count
    end as coverage,
    cast(1 as double) as measured_share
from statement_sums
