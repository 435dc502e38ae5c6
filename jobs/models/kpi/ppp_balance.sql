-- unit: share
-- decimals: 2
-- better: higher
-- grain: organisation
-- numerator-unit: dimensions
-- denominator-unit: dimensions
-- over-time: last
-- over-scope: none
-- gap: keep
-- minimum-coverage: 0
-- grade: P
-- practices: people-planet-purpose
-- frames: ESRS E1-4
with efforts as (
    select is_people, is_planet, is_purpose
    from goal_results
    union all
    select is_people, is_planet, is_purpose
    from measure_results
    where is_experiment
),
covered as (
    select
        max(case when is_people then 1 else 0 end) as people,
        max(case when is_planet then 1 else 0 end) as planet,
        max(case when is_purpose then 1 else 0 end) as purpose,
        avg(case when is_people or is_planet or is_purpose then 1e0 else 0e0 end) as tagged
    from efforts
    having count(*) > 0
)
select
    period.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(covered.people + covered.planet + covered.purpose as decimal(18, 6)) as numerator,
    cast(3 as decimal(18, 6)) as denominator,
    cast(covered.tagged as double) as coverage,
    -- A tag is said, not measured.
    cast(0 as double) as measured_share
from covered
cross join period
