-- unit: kW/kW
-- decimals: 2
-- better: lower
-- grain: room
-- numerator-unit: kW
-- denominator-unit: kW
-- over-time: year
-- over-scope: ratio
-- gap: keep
-- above: 1
-- grade: B
-- frames: EU Code of Conduct
with peak_hours as (
    -- Of two hours with the same demand the earlier one.
    select
        room_id,
        edc_wh,
        it_wh,
        edc_measured_wh,
        it_measured_wh,
        row_number() over (
            partition by room_id
            order by edc_wh desc, started_at
        ) as preference
    from int_room_hours
    where edc_wh is not null
        and it_wh is not null
),
fuelled_rooms as (
    select
        room_id
    from int_room_hours
    where edc_wh <> electricity_wh
    group by room_id
)
select
    -- The greatest demand is the mean of an hour. It is told of rooms that run on electricity only.
    int_room_years.month,
    'room' as scope_kind,
    int_room_years.room_id as scope_id,
    decimal_6(cast(peak_hours.edc_wh as double) / 1000) as numerator,
    decimal_6(cast(peak_hours.it_wh as double) / 1000) as denominator,
    case
        when int_room_years.month_count < 12 then int_room_years.month_count / 12
        else int_room_years.paired_hour_count / nullif(int_room_years.hour_count, 0)
    end as coverage,
    cast(peak_hours.edc_measured_wh + peak_hours.it_measured_wh as double)
    / nullif(cast(peak_hours.edc_wh + peak_hours.it_wh as double), 0) as measured_share
from int_room_years
left join peak_hours
    on peak_hours.room_id = int_room_years.room_id
    and peak_hours.preference = 1
left join fuelled_rooms
    on fuelled_rooms.room_id = int_room_years.room_id
where fuelled_rooms.room_id is null
