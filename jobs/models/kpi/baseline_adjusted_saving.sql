-- unit: kWh
-- decimals: 0
-- better: higher
-- grain: room, organisation
-- over-time: sum
-- over-scope: none
-- gap: keep
-- refusal: model_not_accepted
-- grade: C
-- frames: ISO 50001 EnPI
with bounds as (
    select
        max(case when threshold = 'baseline_explained_share' then value end)
            as least_explained_share,
        max(case when threshold = 'baseline_variation' then value end) as most_variation
    from int_thresholds
),
compared_rooms as (
    select
        baseline_results.scope_kind,
        baseline_results.scope_id,
        case
            when
                baseline_results.explained_share > bounds.least_explained_share
                and baseline_results.variation < bounds.most_variation
                then baseline_results.expected_kwh + baseline_results.adjustment_kwh
        end as expected_kwh,
        baseline_results.energy_kwh,
        -- A model of too few days says as little as a month of which too few are known.
        least(baseline_results.day_share, baseline_results.baseline_day_share) as coverage
    from baseline_results
    cross join bounds
),
scopes as (
    select
        scope_kind,
        scope_id,
        expected_kwh,
        energy_kwh,
        coverage
    from compared_rooms
    union all
    select
        'organisation' as scope_kind,
        'all' as scope_id,
        case when count(*) = count(expected_kwh) then sum(expected_kwh) end as expected_kwh,
        sum(energy_kwh) as energy_kwh,
        min(coverage) as coverage
    from compared_rooms
    having count(*) > 0
)
select
    period.month,
    scopes.scope_kind,
    scopes.scope_id,
    cast(scopes.expected_kwh - scopes.energy_kwh as decimal(18, 6)) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    cast(scopes.coverage as double) as coverage,
    -- What it would have used is a model.
    cast(0 as double) as measured_share
from scopes
cross join period
