-- unit: kWh/kWh
-- decimals: 2
-- better: lower
-- grain: room
-- numerator-unit: kWh
-- denominator-unit: kWh
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- above: 1
-- grade: A
-- practices: green-data-centre
-- frames: EU Code of Conduct, ISO 50001 EnPI
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    decimal_6(
        cast(sum(case when cooling_wh is not null then it_wh + cooling_wh end) as double) / 1000
    ) as numerator,
    decimal_6(
        cast(sum(case when cooling_wh is not null then it_wh end) as double) / 1000
    ) as denominator,
    count(it_wh + cooling_wh) / nullif(hour_count, 0) as coverage,
    cast(
        sum(
            case
                when it_wh + cooling_wh is not null then it_measured_wh + cooling_measured_wh
            end
        ) as double
    )
    / nullif(cast(sum(it_wh + cooling_wh) as double), 0) as measured_share
from int_room_part_hours
where has_it_meter
    and has_cooling_meter
group by
    month,
    room_id,
    hour_count
