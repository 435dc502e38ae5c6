-- The meters above each meter: its parent at distance 1, the parent's parent at 2 and so on.
-- grain: one row per from_at, meter_id and ancestor_id
with recursive ancestors as (
    select
        from_at,
        meter_id,
        parent_meter_id as ancestor_id,
        cast(1 as bigint) as distance
    from int_standing_meters
    where parent_meter_id is not null
    union all
    select
        ancestors.from_at,
        ancestors.meter_id,
        int_standing_meters.parent_meter_id as ancestor_id,
        cast(ancestors.distance + 1 as bigint) as distance
    from ancestors
    inner join int_standing_meters
        on int_standing_meters.from_at = ancestors.from_at
        and int_standing_meters.meter_id = ancestors.ancestor_id
    where int_standing_meters.parent_meter_id is not null
)
select
    ancestors.from_at,
    ancestors.meter_id,
    ancestors.ancestor_id,
    ancestors.distance,
    int_standing_meters.role as ancestor_role,
    int_standing_meters.stream as ancestor_stream,
    int_standing_meters.room_id as ancestor_room_id,
    int_standing_meters.site_id as ancestor_site_id
from ancestors
inner join int_standing_meters
    on int_standing_meters.from_at = ancestors.from_at
    and int_standing_meters.meter_id = ancestors.ancestor_id
