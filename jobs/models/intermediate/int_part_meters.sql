-- Which meters tell a part of what a room uses, each counted once: of UPS, IT equipment, racks and
-- devices (part it), of cooling and of others, none below another one of these. Of the part it,
-- where config/meters.csv does not say what a meter stands below, the input of a UPS holds its
-- output, that the IT equipment, that the racks, and those the devices.
-- grain: one row per from_at, room_id and meter_id
with part_meters as (
    select
        from_at,
        until_at,
        room_id,
        meter_id,
        parent_meter_id,
        case when role in ('cooling', 'other') then role else 'it' end as part,
        case
            when role = 'ups_in' then 1
            when role = 'ups_out' then 2
            when role = 'it' then 3
            when role = 'rack' then 4
            when role = 'device' then 5
        end as depth
    from int_standing_meters
    where role in ('ups_in', 'ups_out', 'it', 'rack', 'device', 'cooling', 'other')
        and room_id is not null
)
select
    part_meters.from_at,
    part_meters.until_at,
    part_meters.room_id,
    part_meters.meter_id,
    part_meters.part
from part_meters
where not exists (
    select 1
    from int_meter_ancestors
    inner join part_meters as higher_meters
        on higher_meters.from_at = int_meter_ancestors.from_at
        and higher_meters.meter_id = int_meter_ancestors.ancestor_id
    where int_meter_ancestors.from_at = part_meters.from_at
        and int_meter_ancestors.meter_id = part_meters.meter_id
        and higher_meters.room_id = part_meters.room_id
)
and not exists (
    select 1
    from part_meters as higher_meters
    where part_meters.parent_meter_id is null
        and higher_meters.from_at = part_meters.from_at
        and higher_meters.room_id = part_meters.room_id
        and higher_meters.depth < part_meters.depth
)
