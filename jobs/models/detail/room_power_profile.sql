-- Mean power of a room on each day of the week and in each hour of the clock. The hour that autumn
-- has twice counts twice. An hour of the week of which less is known than profile_least_known of
-- config/thresholds.csv has no value.
-- grain: room
-- picture: heat_map
-- rows: weekday
-- columns: hour
-- figure: base_load_share
with clock_hours as (
    select
        month,
        started_at,
        weekday_number(local_date(started_at)) as weekday,
        hour(local_time(started_at)) as wall_hour
    from period_hours
),
metered_rooms as (
    select
        int_room_hours.room_id
    from int_room_hours
    inner join period using (month)
    where int_room_hours.has_edc_meter
    group by int_room_hours.room_id
),
profiles as (
    select
        clock_hours.month,
        metered_rooms.room_id,
        clock_hours.weekday,
        clock_hours.wall_hour,
        cast(sum(int_room_hours.edc_wh) as double) / count(int_room_hours.edc_wh) / 1000 as mean_kw,
        count(int_room_hours.edc_wh) / cast(count(*) as double) as known_share
    from clock_hours
    cross join metered_rooms
    left join int_room_hours
        on int_room_hours.month = clock_hours.month
        and int_room_hours.started_at = clock_hours.started_at
        and int_room_hours.room_id = metered_rooms.room_id
        and int_room_hours.has_edc_meter
    group by
        clock_hours.month,
        metered_rooms.room_id,
        clock_hours.weekday,
        clock_hours.wall_hour
)
select
    profiles.month,
    'room' as scope_kind,
    profiles.room_id as scope_id,
    cast(profiles.weekday as varchar) as row_key,
    profiles.weekday as row_order,
    cast(profiles.wall_hour as varchar) as column_key,
    profiles.wall_hour as column_order,
    case
        when profiles.known_share < int_thresholds.value then null
        else decimal_6(profiles.mean_kw)
    end as value,
    'kW' as unit,
    profiles.known_share as coverage,
    case
        when profiles.known_share = 0 then 'no_data'
        when profiles.known_share < int_thresholds.value then 'coverage_below_minimum'
    end as reason,
    cast(null as varchar) as mark,
    cast(null as varchar) as note
from profiles
left join int_thresholds
    on int_thresholds.threshold = 'profile_least_known'
