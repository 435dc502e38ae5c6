-- unit: servers
-- decimals: 0
-- better: lower
-- grain: room
-- over-time: last
-- over-scope: sum
-- gap: keep
-- grade: P
-- practices: fewer-servers
-- frames: SDG 7.3, SDG 12.2
with inventories as (
    select
        month
    from int_inventory
    group by month
),
server_rooms as (
    -- Servers out of use lose their room, so those without a room count only where it matters.
    select
        month,
        coalesce(room_id, 'unplaced') as scope_id,
        sum(case when status = 'in_use' then quantity else 0 end) as in_use_count,
        sum(case when status is null then 0 else quantity end)
        / nullif(sum(quantity), 0) as coverage
    from int_inventory
    where category = 'server'
    group by
        month,
        room_id
    having room_id is not null
        or count(case when status = 'in_use' or status is null then 1 end) > 0
)
select
    -- An inventory without any server is a count of 0; no inventory is no count.
    inventories.month,
    'room' as scope_kind,
    coalesce(server_rooms.scope_id, 'unplaced') as scope_id,
    cast(
        case when server_rooms.scope_id is null then 0 else server_rooms.in_use_count end
        as decimal(18, 6)
    ) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    case
        when server_rooms.scope_id is null then cast(1 as double) else server_rooms.coverage
    end as coverage,
    cast(1 as double) as measured_share
from inventories
left join server_rooms using (month)
