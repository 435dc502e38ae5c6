-- What a KPI came to on each day of the month: what the effect of a measure is told by. Of a room
-- only hours count in which each meter of its boundary (int_boundary_hours) is known altogether;
-- coverage is their share. A room with panels or fuel and without a feed has no energy. The
-- organisation is what its rooms use together, known as well as the worst of them. Where gaps are
-- estimated, an hour with an estimate counts as unknown: it repeats the weeks before, and a measure
-- would seem to change less. Cooling is that of cooling meters and bought cold. Of a day without a
-- print job nobody knows whether there was none or no log. Never of a department.
-- Beside KPIs, the mean temperature outside, in degrees Celsius, and the cooling and heating degree
-- days of each site where they are known (int_degree_days), by which effects and shifts of a level
-- are freed of the weather, and changes have a part of it.
-- grain: one row per kpi_id, scope_kind, scope_id and day_on
-- materialise: month
with room_hours as (
    select
        int_boundary_hours.month,
        int_boundary_hours.place_id as room_id,
        case when int_boundary_hours.boundary = 'it' then 'it_energy' else 'dc_energy_total' end
            as kpi_id,
        int_boundary_hours.started_at,
        min(
            case
                when settings.gap_estimate_most_share is null then int_boundary_hours.covered_s
                else int_boundary_hours.covered_s - int_boundary_hours.estimated_s
            end
        ) as covered_s,
        sum(int_boundary_hours.sign * int_boundary_hours.energy_wh) as energy_wh
    from int_boundary_hours
    inner join period using (month)
    cross join settings
    where int_boundary_hours.boundary in ('edc', 'it')
    group by
        int_boundary_hours.month,
        int_boundary_hours.place_id,
        case when int_boundary_hours.boundary = 'it' then 'it_energy' else 'dc_energy_total' end,
        int_boundary_hours.started_at
    having
        count(
            case
                when int_boundary_hours.stream = 'feed' and int_boundary_hours.sign = 1 then 1
            end
        ) > 0
),
cooling_meter_hours as (
    select
        hourly_energy.month,
        hourly_energy.room_id,
        hourly_energy.started_at,
        hourly_energy.covered_s,
        hourly_energy.estimated_s,
        hourly_energy.energy_wh
    from hourly_energy
    inner join period using (month)
    where hourly_energy.role = 'cooling'
        and hourly_energy.room_id is not null
        and coalesce(hourly_energy.quantity, 'electricity') = 'electricity'
    union all
    select
        int_boundary_hours.month,
        int_boundary_hours.place_id as room_id,
        int_boundary_hours.started_at,
        int_boundary_hours.covered_s,
        int_boundary_hours.estimated_s,
        int_boundary_hours.energy_wh
    from int_boundary_hours
    inner join period using (month)
    where int_boundary_hours.boundary = 'edc'
        and int_boundary_hours.stream = 'cold'
),
cooling_hours as (
    select
        cooling_meter_hours.month,
        cooling_meter_hours.room_id,
        cooling_meter_hours.started_at,
        min(
            case
                when settings.gap_estimate_most_share is null then cooling_meter_hours.covered_s
                else cooling_meter_hours.covered_s - cooling_meter_hours.estimated_s
            end
        ) as covered_s,
        sum(cooling_meter_hours.energy_wh) as energy_wh
    from cooling_meter_hours
    cross join settings
    group by
        cooling_meter_hours.month,
        cooling_meter_hours.room_id,
        cooling_meter_hours.started_at
),
every_hour as (
    select
        month,
        kpi_id,
        room_id,
        started_at,
        covered_s,
        energy_wh
    from room_hours
    union all
    select
        month,
        'cooling_energy' as kpi_id,
        room_id,
        started_at,
        covered_s,
        energy_wh
    from cooling_hours
),
room_days as (
    select
        month,
        kpi_id,
        room_id,
        local_date(started_at) as day_on,
        cast(sum(case when covered_s = 3600 then energy_wh end) as double) / 1000 as energy_kwh,
        avg(case when covered_s = 3600 then 1e0 else 0e0 end) as coverage
    from every_hour
    group by
        month,
        kpi_id,
        room_id,
        local_date(started_at)
),
print_days as (
    select
        period.month,
        local_date(stg_print_jobs.printed_at) as day_on,
        sum(stg_print_jobs.impressions) as impressions,
        sum(
            case
                when stg_print_jobs.impressions > coalesce(stg_print_jobs.copies, 1)
                    then stg_print_jobs.impressions
            end
        ) as duplexable_impressions,
        sum(
            case
                when stg_print_jobs.impressions > coalesce(stg_print_jobs.copies, 1)
                    and stg_print_jobs.sheets is not null
                    then stg_print_jobs.impressions
            end
        ) as known_impressions,
        sum(
            case
                when stg_print_jobs.impressions > coalesce(stg_print_jobs.copies, 1)
                    then 2 * (stg_print_jobs.impressions - stg_print_jobs.sheets)
            end
        ) as two_sided_impressions
    from stg_print_jobs
    cross join period
    where stg_print_jobs.printed_at >= period.started_at
        and stg_print_jobs.printed_at < period.ended_at
    group by
        period.month,
        local_date(stg_print_jobs.printed_at)
)
select
    month,
    kpi_id,
    'room' as scope_kind,
    room_id as scope_id,
    day_on,
    decimal_6(energy_kwh) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    cast(coverage as double) as coverage
from room_days
union all
select
    month,
    kpi_id,
    'organisation' as scope_kind,
    'all' as scope_id,
    day_on,
    cast(sum(exact(energy_kwh)) as decimal(18, 6)) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    cast(min(coverage) as double) as coverage
from room_days
group by
    month,
    kpi_id,
    day_on
union all
select
    month,
    'impressions' as kpi_id,
    'organisation' as scope_kind,
    'all' as scope_id,
    day_on,
    cast(impressions as decimal(18, 6)) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    cast(1 as double) as coverage
from print_days
union all
select
    month,
    'duplex_ratio' as kpi_id,
    'organisation' as scope_kind,
    'all' as scope_id,
    day_on,
    cast(two_sided_impressions as decimal(18, 6)) as numerator,
    cast(known_impressions as decimal(18, 6)) as denominator,
    cast(coalesce(known_impressions, 0) as double)
    / cast(duplexable_impressions as double) as coverage
from print_days
where duplexable_impressions > 0
union all
select
    month,
    'cooling_degree_days' as kpi_id,
    'site' as scope_kind,
    site_id as scope_id,
    day_on,
    decimal_6(cooling_degree_days) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    cast(1 as double) as coverage
from int_degree_days
where cooling_degree_days is not null
union all
select
    month,
    'heating_degree_days' as kpi_id,
    'site' as scope_kind,
    site_id as scope_id,
    day_on,
    decimal_6(heating_degree_days) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    cast(1 as double) as coverage
from int_degree_days
where heating_degree_days is not null
union all
select
    month,
    'outside_temperature' as kpi_id,
    'site' as scope_kind,
    site_id as scope_id,
    day_on,
    decimal_6(mean_c) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    cast(1 as double) as coverage
from int_degree_days
where mean_c is not null
