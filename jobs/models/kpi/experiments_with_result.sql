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
select
    period.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    -- A shown null effect is a result; what takes longer than a year is none.
    cast(
        sum(
            case
                when
                    measure_results.first_result_on
                    < measure_results.started_on + interval '12' month
                    then 1
                else 0
            end
        ) as decimal(18, 6)
    ) as numerator,
    cast(count(*) as decimal(18, 6)) as denominator,
    cast(1 as double) as coverage,
    cast(1 as double) as measured_share
from measure_results
cross join period
where measure_results.is_experiment
group by period.month
