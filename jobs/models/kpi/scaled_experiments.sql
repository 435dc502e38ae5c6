-- unit: share
-- decimals: 2
-- better: higher
-- grain: organisation
-- numerator-unit: experiments
-- denominator-unit: experiments
-- over-time: last
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: small-experiments
-- frames: ISO 50001 EnPI
with experiments as (
    select
        scaled_on is not null as is_scaled,
        coalesce(ended_on < started_on + interval '12' month, false) as is_finished
    from measure_results
    where is_experiment
)
select
    period.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(
        sum(case when experiments.is_finished and experiments.is_scaled then 1 else 0 end)
        as decimal(18, 6)
    ) as numerator,
    cast(sum(case when experiments.is_finished then 1 else 0 end) as decimal(18, 6))
    as denominator,
    cast(1 as double) as coverage,
    cast(1 as double) as measured_share
from experiments
cross join period
group by period.month
