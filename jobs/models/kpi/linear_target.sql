-- unit: share
-- decimals: 3
-- better: context
-- grain: goal
-- numerator-unit: unit of the KPI
-- denominator-unit: unit of the KPI
-- over-time: none
-- over-scope: max
-- gap: keep
-- grade: B
-- practices: within-12-months
-- frames: ISO 50001 EnPI
select
    period.month,
    'goal' as scope_kind,
    goal_results.goal_id as scope_id,
    cast(goal_results.path as decimal(18, 6)) as numerator,
    cast(goal_results.baseline as decimal(18, 6)) as denominator,
    cast(case when goal_results.path is null then 0 else 1 end as double) as coverage,
    cast(case when goal_results.path is null then 0 else 1 end as double) as measured_share
from goal_results
cross join period
