-- unit: kW
-- decimals: 2
-- better: lower
-- grain: room, organisation
-- numerator-unit: kWh
-- denominator-unit: h
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- above: 0
-- grade: P
-- practices: server-room-monitoring, green-data-centre
-- frames: ISO 50001 EnPI
with room_overheads as (
    select
        month,
        room_id,
        hour_count,
        paired_hour_count,
        paired_edc_wh - paired_it_wh as overhead_wh,
        paired_edc_wh + paired_it_wh as meters_wh,
        paired_measured_wh as measured_wh
    from int_room_energy
    where has_edc_meter
        and has_it_meter
)
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    decimal_6(cast(overhead_wh as double) / 1000) as numerator,
    cast(paired_hour_count as decimal(18, 6)) as denominator,
    paired_hour_count / nullif(hour_count, 0) as coverage,
    cast(measured_wh as double) / nullif(cast(meters_wh as double), 0) as measured_share
from room_overheads
union all
-- The powers of rooms add up, each the mean of its own known hours; a room that is not known makes
-- the sum unknown.
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    case
        when min(paired_hour_count) > 0
            then cast(
                sum(
                    exact(
                        cast(overhead_wh as double) / 1000
                        * hour_count / nullif(paired_hour_count, 0)
                    )
                ) as decimal(18, 6)
            )
    end as numerator,
    decimal_6(max(hour_count)) as denominator,
    min(paired_hour_count / nullif(hour_count, 0)) as coverage,
    cast(sum(measured_wh) as double) / nullif(cast(sum(meters_wh) as double), 0)
        as measured_share
from room_overheads
group by month
