-- unit: share
-- decimals: 3
-- better: higher
-- grain: site
-- numerator-unit: kWh
-- denominator-unit: kWh
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- grade: B
-- practices: green-data-centre
-- frames: EED III, ESRS E1-5, SDG 7.2
with own_hours as (
    -- What the panels of a room make, less what is fed into the grid.
    select
        int_boundary_hours.place_id as room_id,
        int_boundary_hours.started_at,
        sum(int_boundary_hours.sign * int_boundary_hours.energy_wh) as own_wh
    from int_boundary_hours
    inner join period using (month)
    where int_boundary_hours.boundary = 'edc'
        and int_boundary_hours.stream in ('pv', 'export')
    group by
        int_boundary_hours.place_id,
        int_boundary_hours.started_at
),
site_sums as (
    select
        period.month,
        int_room_sites.site_id,
        count(distinct int_room_hours.room_id)
        * micros_between(period.started_at, period.ended_at) / 3600000000 as hour_count,
        count(int_room_hours.edc_wh) as known_hour_count,
        sum(int_room_hours.edc_wh) as edc_wh,
        sum(int_room_hours.edc_measured_wh) as edc_measured_wh,
        coalesce(
            sum(
                case
                    when int_room_hours.edc_wh is not null then int_room_hours.electricity_wh
                end
            ), 0
        ) as grid_wh,
        greatest(
            coalesce(
                sum(case when int_room_hours.edc_wh is not null then own_hours.own_wh end), 0
            ), 0
        ) as own_wh
    from int_room_hours
    inner join period using (month)
    inner join int_room_sites using (room_id)
    left join own_hours
        on own_hours.room_id = int_room_hours.room_id
        and own_hours.started_at = int_room_hours.started_at
    where int_room_hours.has_edc_meter
    group by
        period.month,
        period.started_at,
        period.ended_at,
        int_room_sites.site_id
),
grid_shares as (
    -- Panels that no meter tells are in no EDC, those that are metered are their own hours.
    select
        site_id,
        coalesce(
            cast(sum(exact(case when kind in ('goo', 'ppa') then supplied_kwh end)) as double)
            / nullif(cast(sum(exact(case when kind <> 'pv' then supplied_kwh end)) as double), 0), 0
        ) as renewable_share
    from int_site_supplies
    group by site_id
    having count(case when kind <> 'residual' then 1 end) > 0
)
select
    -- A site of which no contract and no panels are known may have any: its factor is not 0. The
    -- grid's own renewable share is not the site's.
    site_sums.month,
    'site' as scope_kind,
    site_sums.site_id as scope_id,
    decimal_6(
        (cast(site_sums.grid_wh as double) * grid_shares.renewable_share + site_sums.own_wh)
        / 1000 * case when site_sums.edc_wh is not null then 1 end
    ) as numerator,
    decimal_6(cast(site_sums.edc_wh as double) / 1000) as denominator,
    site_sums.known_hour_count / nullif(site_sums.hour_count, 0) as coverage,
    cast(site_sums.edc_measured_wh as double)
    / nullif(cast(site_sums.edc_wh as double), 0) as measured_share
from site_sums
left join grid_shares using (site_id)
