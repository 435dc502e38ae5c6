-- What the rooms of each site used in the hours of the month in which their EDC and IT are known:
-- electricity from the grid and IT energy, and what was refilled. What is refilled belongs to the
-- month, so to known hours by their share. Fuel that is metered without a register of it, and cold
-- that is bought, emit what nobody tells: refill_kg is null there.
-- grain: one row per site_id with a room that has meters of EDC and IT
with room_streams as (
    select
        int_boundary_hours.place_id as room_id,
        count(case when int_boundary_hours.stream = 'fuel' then 1 end) > 0 as has_fuel,
        count(case when int_boundary_hours.stream = 'cold' then 1 end) > 0 as has_cold
    from int_boundary_hours
    inner join period using (month)
    where int_boundary_hours.boundary = 'edc'
    group by int_boundary_hours.place_id
),
paired_hours as (
    select
        int_room_hours.month,
        int_room_hours.room_id,
        int_room_hours.edc_wh + int_room_hours.it_wh is not null as is_known,
        coalesce(int_room_hours.electricity_wh, 0) as electricity_wh,
        int_room_hours.it_wh,
        coalesce(int_room_hours.electricity_measured_wh, 0) + int_room_hours.it_measured_wh
            as measured_wh
    from int_room_hours
    inner join period using (month)
    where int_room_hours.has_edc_meter
        and int_room_hours.has_it_meter
),
site_sums as (
    select
        period.month,
        int_room_sites.site_id,
        count(case when paired_hours.is_known then 1 end)
        / (
            count(distinct paired_hours.room_id)
            * micros_between(period.started_at, period.ended_at) / 3600000000
        ) as coverage,
        sum(case when paired_hours.is_known then paired_hours.electricity_wh end)
            as electricity_wh,
        sum(case when paired_hours.is_known then paired_hours.it_wh end) as it_wh,
        sum(case when paired_hours.is_known then paired_hours.measured_wh end) as measured_wh,
        count(case when room_streams.has_fuel then 1 end) > 0 as has_fuel,
        count(case when room_streams.has_cold then 1 end) > 0 as has_cold
    from paired_hours
    inner join period using (month)
    inner join int_room_sites using (room_id)
    left join room_streams using (room_id)
    group by
        period.month,
        period.started_at,
        period.ended_at,
        int_room_sites.site_id
),
refill_sums as (
    select
        site_id,
        count(case when kind = 'fuel' then 1 end) > 0 as has_fuel,
        case when count(co2e_kg) = count(*) then cast(sum(exact(co2e_kg)) as double) end as co2e_kg
    from int_site_refills
    group by site_id
)
select
    site_sums.month,
    site_sums.site_id,
    decimal_6(cast(site_sums.electricity_wh as double) / 1000) as electricity_kwh,
    decimal_6(cast(site_sums.it_wh as double) / 1000) as it_kwh,
    case
        when site_sums.has_cold then null
        when refill_sums.site_id is not null
            and (refill_sums.has_fuel or not site_sums.has_fuel)
            then refill_sums.co2e_kg * site_sums.coverage
        when refill_sums.site_id is null and not site_sums.has_fuel then 0
    end as refill_kg,
    site_sums.coverage,
    cast(site_sums.measured_wh as double)
    / nullif(cast(site_sums.electricity_wh + site_sums.it_wh as double), 0) as measured_share
from site_sums
left join refill_sums using (site_id)
