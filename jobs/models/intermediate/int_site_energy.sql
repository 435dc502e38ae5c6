-- All the energy that each site uses in the computed month (int_site_meters), over the hours in
-- which each of its meters is known for all of it, and how many those are. measured_wh is the part
-- that is neither interpolated nor estimated.
-- grain: one row per site_id
with site_hours as (
    select
        int_boundary_hours.month,
        int_boundary_hours.place_id as site_id,
        int_boundary_hours.started_at,
        min(int_boundary_hours.covered_s) as covered_s,
        sum(int_boundary_hours.sign * int_boundary_hours.energy_wh) as energy_wh,
        sum(int_boundary_hours.energy_wh) as metered_wh,
        cast(sum(exact(int_boundary_hours.measured_wh)) as double) as measured_wh
    from int_boundary_hours
    inner join period using (month)
    where int_boundary_hours.boundary = 'site'
    group by
        int_boundary_hours.month,
        int_boundary_hours.place_id,
        int_boundary_hours.started_at
),
month_lengths as (
    select
        month,
        count(*) as hour_count
    from period_hours
    group by month
)
select
    site_hours.month,
    site_hours.site_id,
    month_lengths.hour_count,
    count(case when site_hours.covered_s = 3600 then 1 end) as known_hour_count,
    cast(
        sum(case when site_hours.covered_s = 3600 then site_hours.energy_wh end) as decimal(18, 3)
    ) as energy_wh,
    cast(
        sum(
            exact(
                case
                    when site_hours.covered_s = 3600
                        then cast(site_hours.energy_wh as double) * site_hours.measured_wh
                            / nullif(cast(site_hours.metered_wh as double), 0)
                end
            )
        ) as decimal(18, 3)
    ) as measured_wh
from site_hours
inner join month_lengths using (month)
group by
    site_hours.month,
    site_hours.site_id,
    month_lengths.hour_count
