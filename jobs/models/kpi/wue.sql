-- unit: l/kWh
-- decimals: 3
-- better: lower
-- grain: room
-- numerator-unit: l
-- denominator-unit: kWh
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- grade: B
-- practices: green-data-centre
-- frames: EED II 1(h), EED III
with known_hours as (
    select
        int_room_water_hours.month,
        int_room_water_hours.room_id,
        int_room_water_hours.input_l + int_room_hours.it_wh is not null as is_known,
        int_room_water_hours.input_l,
        int_room_hours.it_wh,
        -- Litres and kWh do not add up: the smaller of the two shares is measured for certain.
        int_room_water_hours.measured_l,
        int_room_hours.it_measured_wh
    from int_room_water_hours
    inner join int_room_hours using (month, room_id, started_at)
    where int_room_hours.has_it_meter
),
room_sums as (
    select
        month,
        room_id,
        count(case when is_known then 1 end) as known_hour_count,
        sum(case when is_known then input_l end) as input_l,
        sum(case when is_known then it_wh end) as it_wh,
        case
            when sum(case when is_known then input_l end) = 0 then 1
            else cast(sum(case when is_known then measured_l end) as double)
                / cast(sum(case when is_known then input_l end) as double)
        end as measured_water_share,
        cast(sum(case when is_known then it_measured_wh end) as double)
        / nullif(cast(sum(case when is_known then it_wh end) as double), 0) as measured_it_share
    from known_hours
    group by
        month,
        room_id
)
select
    room_sums.month,
    'room' as scope_kind,
    room_sums.room_id as scope_id,
    cast(room_sums.input_l as decimal(18, 6)) as numerator,
    decimal_6(cast(room_sums.it_wh as double) / 1000) as denominator,
    room_sums.known_hour_count
    / (micros_between(period.started_at, period.ended_at) / 3600000000) as coverage,
    case
        when room_sums.measured_water_share < room_sums.measured_it_share
            then room_sums.measured_water_share
        else room_sums.measured_it_share
    end as measured_share
from room_sums
inner join period using (month)
