-- The two parts of the ICT's energy in the computed month. The rooms are completed for their small
-- gaps, each in proportion; what is not covered enough is null. Modelled energy is not completed.
-- grain: one row, or none where there is neither a metered room nor an inventory
with room_parts as (
    select
        edc_hour_count / nullif(hour_count, 0) as coverage,
        cast(edc_wh as double) / 1000 * hour_count / nullif(edc_hour_count, 0) as kwh,
        cast(edc_measured_wh as double) / 1000 as measured_kwh
    from int_room_energy
    where has_edc_meter
),
room_sums as (
    select
        cast(sum(exact(kwh)) as double) as kwh,
        cast(sum(exact(measured_kwh)) as double) as measured_kwh,
        min(coverage) as coverage
    from room_parts
),
fleet_sums as (
    select
        cast(sum(month_kwh) as double) as kwh,
        min(coverage) as coverage
    from int_fleet_energy
    where scope_kind = 'organisation'
)
select
    period.month,
    case
        when room_sums.coverage >= settings.minimum_coverage then room_sums.kwh
    end as room_kwh,
    room_sums.measured_kwh as room_measured_kwh,
    room_sums.coverage as room_coverage,
    case
        when fleet_sums.coverage >= settings.minimum_coverage then fleet_sums.kwh
    end as fleet_kwh,
    fleet_sums.coverage as fleet_coverage
from period
cross join settings
cross join room_sums
cross join fleet_sums
where room_sums.coverage is not null
    or fleet_sums.coverage is not null
