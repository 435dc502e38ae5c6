-- unit: share
-- decimals: 3
-- better: context
-- grain: measure, organisation
-- numerator-unit: unit of the KPI per day
-- denominator-unit: unit of the KPI per day
-- over-time: none
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: small-experiments
-- frames: ISO 50001 EnPI
select
    period.month,
    'measure' as scope_kind,
    measure_results.measure_id as scope_id,
    -- An interval that reaches across zero shows no effect, neither a small one nor none.
    cast(
        case when measure_results.verdict = 'effect' then measure_results.effect end
        as decimal(18, 6)
    ) as numerator,
    cast(measure_results.mean_before as decimal(18, 6)) as denominator,
    cast(
        case when measure_results.verdict = 'cannot_be_told_yet' then 0 else 1 end as double
    ) as coverage,
    cast(1 as double) as measured_share
from measure_results
cross join period
where measure_results.is_experiment
