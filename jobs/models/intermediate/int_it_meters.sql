-- Which meters tell what the IT equipment of a room gets, each counted once: those of role it, and
-- the outputs of UPS (ups_out) that have no meter of role it below them. In a room whose it meters
-- stand below nothing, nobody says which output they belong to, and no output counts beside them.
-- Cooling, offices and others that are metered below a counted meter leave, with the sign -1. The
-- input of a UPS is no point at which IT energy may be measured, and never stands for its output.
-- grain: one row per from_at, room_id and meter_id
with it_meters as (
    select
        from_at,
        until_at,
        room_id,
        meter_id,
        parent_meter_id,
        role
    from int_standing_meters
    where role in ('it', 'ups_out')
        and room_id is not null
),
counted_meters as (
    select
        it_meters.from_at,
        it_meters.until_at,
        it_meters.room_id,
        it_meters.meter_id
    from it_meters
    where not exists (
        select 1
        from int_meter_ancestors
        where int_meter_ancestors.from_at = it_meters.from_at
            and int_meter_ancestors.meter_id = it_meters.meter_id
            and int_meter_ancestors.ancestor_role = it_meters.role
            and int_meter_ancestors.ancestor_room_id = it_meters.room_id
    )
    and not exists (
        select 1
        from it_meters as loose_meters
        where it_meters.role = 'ups_out'
            and loose_meters.role = 'it'
            and loose_meters.parent_meter_id is null
            and loose_meters.from_at = it_meters.from_at
            and loose_meters.room_id = it_meters.room_id
    )
    and not exists (
        select 1
        from it_meters as lower_meters
        inner join int_meter_ancestors
            on int_meter_ancestors.from_at = lower_meters.from_at
            and int_meter_ancestors.meter_id = lower_meters.meter_id
        where it_meters.role = 'ups_out'
            and lower_meters.role = 'it'
            and int_meter_ancestors.from_at = it_meters.from_at
            and int_meter_ancestors.ancestor_id = it_meters.meter_id
    )
),
other_meters as (
    -- The nearest one above tells whether it is part of another one that leaves.
    select
        int_standing_meters.from_at,
        int_standing_meters.until_at,
        int_standing_meters.meter_id,
        counted_meters.room_id,
        int_meter_ancestors.ancestor_role,
        row_number() over (
            partition by int_standing_meters.from_at, int_standing_meters.meter_id
            order by int_meter_ancestors.distance
        ) as nearness
    from int_standing_meters
    -- Spark does not plan "using" where the relation is a view, as when it has no other reader.
    inner join int_meter_ancestors
        on int_meter_ancestors.from_at = int_standing_meters.from_at
        and int_meter_ancestors.meter_id = int_standing_meters.meter_id
    left join counted_meters
        on counted_meters.from_at = int_meter_ancestors.from_at
        and counted_meters.meter_id = int_meter_ancestors.ancestor_id
    where int_standing_meters.role in ('cooling', 'office', 'other')
        and (
            int_meter_ancestors.ancestor_role in ('cooling', 'office', 'other')
            or counted_meters.meter_id is not null
        )
)
select
    from_at,
    until_at,
    room_id,
    meter_id,
    cast(1 as bigint) as sign
from counted_meters
union all
select
    from_at,
    until_at,
    room_id,
    meter_id,
    cast(-1 as bigint) as sign
from other_meters
where nearness = 1
    and room_id is not null
