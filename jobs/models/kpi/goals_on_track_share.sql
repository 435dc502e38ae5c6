-- unit: share
-- decimals: 2
-- better: higher
-- grain: organisation
-- numerator-unit: goals
-- denominator-unit: goals
-- over-time: last
-- over-scope: none
-- gap: keep
-- minimum-coverage: 0
-- grade: P
-- practices: within-12-months, people-planet-purpose
-- frames: ISO 50001 EnPI
with goals as (
    -- In its first month a goal stands where it begins: there is nothing to judge yet.
    select
        case when verdict = 'on_course' then 1 else 0 end as is_on_course,
        case when verdict = 'unknown' then 0 else 1 end as is_known
    from goal_results
    where verdict <> 'starts'
)
select
    period.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(sum(goals.is_on_course) as decimal(18, 6)) as numerator,
    cast(sum(goals.is_known) as decimal(18, 6)) as denominator,
    cast(sum(goals.is_known) as double) / count(goals.is_known) as coverage,
    cast(1 as double) as measured_share
from goals
cross join period
group by period.month
