-- unit: ssj_ops/kW
-- decimals: 0
-- better: higher
-- grain: organisation
-- numerator-unit: ssj_ops
-- denominator-unit: kW
-- over-time: last
-- over-scope: none
-- gap: keep
-- grade: B
-- practices: fewer-servers
-- frames: EU Code of Conduct, SDG 7.3
-- Results of another benchmark come in another unit and do not count. How many servers have a
-- result is told, too, for old ones have none: of how many in use bounds what is known.
with benchmark_sums as (
    select
        month,
        max(
            case
                when indicator_id = 'server_peak_performance' and unit = 'ssj_ops' then figure_last
            end
        ) as performance,
        max(case when indicator_id = 'server_peak_power' and unit = 'kW' then figure_last end)
            as power_kw,
        max(
            case
                when indicator_id = 'servers_benchmarked' and unit = 'servers' then figure_last
            end
        ) as server_count
    from int_indicators
    where indicator_id in ('server_peak_performance', 'server_peak_power', 'servers_benchmarked')
        and scope_kind = 'organisation'
    group by month
),
servers_in_use as (
    select
        month,
        sum(quantity) as server_count
    from int_inventory
    where category = 'server'
        and status = 'in_use'
    group by month
)
select
    benchmark_sums.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(benchmark_sums.performance as decimal(18, 6)) as numerator,
    cast(benchmark_sums.power_kw as decimal(18, 6)) as denominator,
    case
        when benchmark_sums.performance is null or benchmark_sums.power_kw is null
            then cast(0 as double)
        else least(
            coalesce(
                cast(benchmark_sums.server_count as double)
                / nullif(servers_in_use.server_count, 0),
                0
            ),
            1
        )
    end as coverage,
    cast(0 as double) as measured_share
from benchmark_sums
left join servers_in_use using (month)
