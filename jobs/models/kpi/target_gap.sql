-- unit: share
-- decimals: 3
-- better: lower
-- grain: goal, organisation
-- numerator-unit: unit of the KPI
-- denominator-unit: unit of the KPI
-- over-time: none
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: within-12-months
-- frames: ISO 50001 EnPI
with goals as (
    select
        goal_id,
        case
            when verdict <> 'unknown' and better = 'lower' then value - path
            when verdict <> 'unknown' then path - value
        end as behind,
        case when verdict <> 'unknown' then abs(path) end as asked,
        case when verdict <> 'unknown' then 1e0 else 0e0 end as known
    from goal_results
),
ranked_goals as (
    -- The goal that is furthest behind; a path at zero has no share.
    select
        behind,
        asked,
        row_number() over (
            order by
                case when asked > 0 then 0 else 1 end,
                cast(behind as double) / nullif(cast(asked as double), 0) desc,
                goal_id
        ) as place,
        cast(sum(exact(known)) over () as double) / count(known) over () as known
    from goals
)
select
    period.month,
    'goal' as scope_kind,
    goals.goal_id as scope_id,
    cast(goals.behind as decimal(18, 6)) as numerator,
    cast(goals.asked as decimal(18, 6)) as denominator,
    cast(goals.known as double) as coverage,
    cast(goals.known as double) as measured_share
from goals
cross join period
union all
select
    period.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(ranked_goals.behind as decimal(18, 6)) as numerator,
    cast(ranked_goals.asked as decimal(18, 6)) as denominator,
    cast(ranked_goals.known as double) as coverage,
    cast(1 as double) as measured_share
from ranked_goals
cross join period
where ranked_goals.place = 1
