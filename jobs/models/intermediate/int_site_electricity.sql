-- Electricity that the rooms of each site get from the grid in the month, and what their panels
-- give (role pv of a room). energy_kwh and pv_kwh are what is known, coverage and pv_coverage the
-- shares of the time that they stand for: of a site with a room that is silent, the mean of its
-- rooms.
-- grain: one row per site_id with a room that has a meter of its electricity
with room_sites as (
    select
        room_id,
        min(site_id) as site_id
    from hourly_energy
    inner join period using (month)
    where room_id is not null
    group by room_id
),
site_sums as (
    select
        int_room_totals.month,
        room_sites.site_id,
        sum(int_room_totals.energy_kwh) as energy_kwh,
        count(int_room_totals.energy_kwh) = count(*) as is_known,
        cast(sum(exact(coalesce(int_room_totals.coverage, 0))) as double)
        / count(coalesce(int_room_totals.coverage, 0)) as mean_coverage,
        cast(
            sum(
                exact(
                    cast(int_room_totals.energy_kwh as double) / nullif(int_room_totals.coverage, 0)
                )
            ) as double
        )
            as whole_kwh,
        cast(
            sum(
                exact(
                    cast(int_room_totals.energy_kwh as double)
                    * coalesce(int_room_totals.measured_share, 0)
                )
            ) as double
        ) as measured_kwh
    from int_room_totals
    inner join room_sites using (room_id)
    where int_room_totals.boundary = 'electricity'
    group by
        int_room_totals.month,
        room_sites.site_id
),
panel_hours as (
    select
        hourly_energy.site_id,
        hourly_energy.started_at,
        min(hourly_energy.covered_s) as covered_s,
        sum(hourly_energy.energy_wh) as energy_wh
    from hourly_energy
    inner join period using (month)
    where hourly_energy.role = 'pv'
        and hourly_energy.room_id is not null
    group by
        hourly_energy.site_id,
        hourly_energy.started_at
),
month_lengths as (
    select count(*) as hour_count
    from period_hours
),
panel_sums as (
    select
        panel_hours.site_id,
        cast(sum(case when panel_hours.covered_s = 3600 then panel_hours.energy_wh end) as double)
        / 1000 as pv_kwh,
        cast(count(case when panel_hours.covered_s = 3600 then 1 end) as double)
        / max(month_lengths.hour_count) as pv_coverage
    from panel_hours
    cross join month_lengths
    group by panel_hours.site_id
)
select
    site_sums.month,
    site_sums.site_id,
    cast(site_sums.energy_kwh as decimal(18, 6)) as energy_kwh,
    case
        when site_sums.is_known
            then coalesce(
                cast(site_sums.energy_kwh as double) / nullif(site_sums.whole_kwh, 0),
                site_sums.mean_coverage
            )
        else site_sums.mean_coverage
    end as coverage,
    site_sums.measured_kwh / nullif(cast(site_sums.energy_kwh as double), 0) as measured_share,
    decimal_6(panel_sums.pv_kwh) as pv_kwh,
    panel_sums.pv_coverage
from site_sums
left join panel_sums using (site_id)
