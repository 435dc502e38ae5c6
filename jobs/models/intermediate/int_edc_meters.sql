-- Which meters tell all the energy that enters a room (EDC), each counted once however many stand
-- one below the other: its feeds (room_total), solar panels, fuel, generators and bought cold, but
-- none below another one of the same stream. So of a generator whose fuel is metered above it the
-- fuel counts. What leaves has the sign -1: what is fed into the grid, and offices and the feeds of
-- other rooms below a feed of the room.
-- grain: one row per from_at, room_id and meter_id
with entering_meters as (
    select
        int_standing_meters.from_at,
        int_standing_meters.until_at,
        int_standing_meters.room_id,
        int_standing_meters.meter_id,
        int_standing_meters.stream,
        cast(
            case when int_standing_meters.stream = 'export' then -1 else 1 end as bigint
        ) as sign
    from int_standing_meters
    where int_standing_meters.stream is not null
        and int_standing_meters.role <> 'site_total'
        and int_standing_meters.room_id is not null
        and not exists (
            select 1
            from int_meter_ancestors
            where int_meter_ancestors.from_at = int_standing_meters.from_at
                and int_meter_ancestors.meter_id = int_standing_meters.meter_id
                and int_meter_ancestors.ancestor_stream = int_standing_meters.stream
                and int_meter_ancestors.ancestor_room_id = int_standing_meters.room_id
        )
),
meters_below as (
    -- The nearest one above tells what a meter leaves: below an office it is a part of that.
    select
        int_standing_meters.from_at,
        int_standing_meters.until_at,
        int_standing_meters.meter_id,
        int_standing_meters.role,
        int_standing_meters.room_id,
        int_meter_ancestors.ancestor_role,
        int_meter_ancestors.ancestor_room_id,
        row_number() over (
            partition by int_standing_meters.from_at, int_standing_meters.meter_id
            order by int_meter_ancestors.distance
        ) as nearness
    from int_standing_meters
    inner join int_meter_ancestors using (from_at, meter_id)
    where int_standing_meters.role in ('office', 'room_total')
        and int_meter_ancestors.ancestor_role in ('office', 'room_total')
)
select
    from_at,
    until_at,
    room_id,
    meter_id,
    stream,
    sign
from entering_meters
union all
select
    from_at,
    until_at,
    ancestor_room_id as room_id,
    meter_id,
    'feed' as stream,
    cast(-1 as bigint) as sign
from meters_below
where nearness = 1
    and ancestor_role = 'room_total'
    and ancestor_room_id is not null
    and (role = 'office' or room_id is null or room_id <> ancestor_room_id)
