-- All the energy that each site uses (int_site_meters) on each day of the month and the eleven
-- before it, beside its degree days (int_normal_degree_days). A day is the sum of the hours in
-- which each meter is known for all of it, completed where a few are not; null where less than
-- minimum-coverage of its hours is known. An hour with an estimate of ours counts as unknown: it
-- repeats the weeks before, whatever their weather was. is_spread: readings that may be further
-- apart than a day were spread over it, so that the day tells nothing of its own weather.
-- grain: one row per site_id and day_on
with site_hours as (
    select
        int_boundary_hours.place_id as site_id,
        int_boundary_hours.started_at,
        min(
            case
                when settings.gap_estimate_most_share is null then int_boundary_hours.covered_s
                else int_boundary_hours.covered_s - int_boundary_hours.estimated_s
            end
        ) as covered_s,
        max(
            case
                when settings.counter_max_gap_s > 86400 then int_boundary_hours.interpolated_s
                else 0
            end
        ) as spread_s,
        sum(int_boundary_hours.sign * int_boundary_hours.energy_wh) as energy_wh
    from int_boundary_hours
    cross join period
    cross join settings
    where int_boundary_hours.boundary = 'site'
        and int_boundary_hours.month <= period.month
        and int_boundary_hours.month >= month_of(add_months(period.first_on, -11))
    group by
        int_boundary_hours.place_id,
        int_boundary_hours.started_at
),
site_days as (
    select
        site_id,
        local_date(started_at) as day_on,
        cast(sum(case when covered_s = 3600 then energy_wh end) as double) / 1000 as energy_kwh,
        avg(case when covered_s = 3600 then 1e0 else 0e0 end) as coverage,
        max(spread_s) > 0 as is_spread
    from site_hours
    group by
        site_id,
        local_date(started_at)
)
select
    month_of(site_days.day_on) as month,
    site_days.site_id,
    site_days.day_on,
    case
        when site_days.coverage >= settings.minimum_coverage
            then site_days.energy_kwh / site_days.coverage
    end as energy_kwh,
    int_normal_degree_days.degree_days,
    site_days.is_spread
from site_days
cross join settings
left join int_normal_degree_days using (site_id, day_on)
