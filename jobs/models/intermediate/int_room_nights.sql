-- Energy of each room in the nights of the computed month, 01:00 to 05:00 on the wall, beside that
-- of all its hours. A night of a clock change has an hour more or less.
-- grain: one row per room_id that has a meter of EDC
with clock_hours as (
    select
        month,
        started_at,
        hour(local_time(started_at)) in (1, 2, 3, 4) as is_night
    from period_hours
),
period_counts as (
    select
        month,
        count(case when is_night then 1 end) as night_hour_count,
        count(*) as hour_count
    from clock_hours
    group by month
),
room_sums as (
    select
        int_room_hours.month,
        int_room_hours.room_id,
        count(
            case when clock_hours.is_night then int_room_hours.edc_wh end
        ) as known_night_hour_count,
        count(int_room_hours.edc_wh) as known_hour_count,
        sum(case when clock_hours.is_night then int_room_hours.edc_wh end) as night_edc_wh,
        sum(int_room_hours.edc_wh) as edc_wh,
        sum(int_room_hours.edc_measured_wh) as edc_measured_wh
    from int_room_hours
    inner join clock_hours using (month, started_at)
    where int_room_hours.has_edc_meter
    group by
        int_room_hours.month,
        int_room_hours.room_id
)
select
    room_sums.month,
    room_sums.room_id,
    period_counts.night_hour_count,
    period_counts.hour_count,
    room_sums.known_night_hour_count,
    room_sums.known_hour_count,
    cast(room_sums.night_edc_wh as decimal(18, 3)) as night_edc_wh,
    cast(room_sums.edc_wh as decimal(18, 3)) as edc_wh,
    cast(room_sums.edc_measured_wh as decimal(18, 3)) as edc_measured_wh
from room_sums
inner join period_counts using (month)
