-- unit: share
-- decimals: 3
-- better: higher
-- grain: rung, organisation
-- numerator-unit: decisions
-- denominator-unit: decisions
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- factors: repair_hold
-- grade: P
-- practices: refuse
-- frames: ESRS E5-4, SDG 12.5
-- The share of the decisions about devices on each rung, and of the organisation those on R0 to R5,
-- each decision counting the same. Decisions on no rung, such as a new device, count in all. A
-- register that does not speak for the month hides its decisions: it lowers the coverage.
with register_sums as (
    select
        month,
        count(*) as register_count
    from int_registers
    where dataset in ('disposals', 'purchases', 'tickets')
    group by month
),
rungs as (
    select
        'R0' as rung,
        true as is_upper
    union all
    select 'R1', true
    union all
    select 'R3', true
    union all
    select 'R4', true
    union all
    select 'R5', true
    union all
    select 'R6', false
    union all
    select 'R8', false
    union all
    select 'R9', false
    union all
    select 'none', false
),
rung_sums as (
    select
        register_sums.month,
        register_sums.register_count,
        rungs.rung,
        rungs.is_upper,
        sum(
            case
                when int_ladder_decisions.rung = rungs.rung then int_ladder_decisions.quantity
                else 0
            end
        ) as rung_count,
        sum(
            case
                when int_ladder_decisions.rung is not null then int_ladder_decisions.quantity
                else 0
            end
        ) as known_count,
        sum(
            case
                when int_ladder_decisions.quantity is not null then int_ladder_decisions.quantity
                else 0
            end
        ) as decision_count
    from register_sums
    cross join rungs
    left join int_ladder_decisions
        on int_ladder_decisions.month = register_sums.month
    group by
        register_sums.month,
        register_sums.register_count,
        rungs.rung,
        rungs.is_upper
),
scope_sums as (
    select
        month,
        'rung' as scope_kind,
        rung as scope_id,
        rung_count,
        known_count,
        decision_count,
        register_count
    from rung_sums
    union all
    select
        month,
        'organisation' as scope_kind,
        'all' as scope_id,
        sum(case when is_upper then rung_count else 0 end) as rung_count,
        max(known_count) as known_count,
        max(decision_count) as decision_count,
        max(register_count) as register_count
    from rung_sums
    group by month
)
select
    month,
    scope_kind,
    scope_id,
    cast(rung_count as decimal(18, 6)) as numerator,
    cast(known_count as decimal(18, 6)) as denominator,
    case
        when decision_count = 0 then register_count / cast(3 as double)
        else known_count / cast(decision_count as double) * register_count / 3
    end as coverage,
    cast(1 as double) as measured_share
from scope_sums
