-- title.en: Physical servers in use
-- title.nl: Aantal fysieke servers
-- title.fr: Nombre de serveurs physiques
-- unit: servers
-- decimals: 0
-- better: lower
-- grain: room
-- formula: number of servers with status in use at the end of the month
-- over-time: last
-- over-scope: sum
-- gap: keep
-- source: own definition (grade P), after Fair ICT practice
-- frames: ISO 50006
with servers as (
    -- An inventory without any server is a count of 0, no inventory is no count. A room that only
    -- has servers out of use is 0 as well. Servers whose status is not on record lower the
    -- coverage.
    select
        month,
        coalesce(room_id, 'unplaced') as room_id,
        status
    from int_inventory
    where category = 'server'
),
server_rooms as (
    select
        month,
        room_id,
        count(case when status = 'in_use' then 1 end) as in_use_count,
        count(status) / nullif(count(*), 0) as coverage
    from servers
    group by
        month,
        room_id
),
inventories_without_servers as (
    select
        month,
        'unplaced' as room_id,
        0 as in_use_count,
        cast(1 as double) as coverage
    from int_inventory
    group by month
    having count(case when category = 'server' then 1 end) = 0
),
rooms as (
    select
        month,
        room_id,
        in_use_count,
        coverage
    from server_rooms
    union all
    select
        month,
        room_id,
        in_use_count,
        coverage
    from inventories_without_servers
)
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    cast(in_use_count as decimal(18, 6)) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    cast(coverage as double) as coverage,
    cast(1 as double) as measured_share
from rooms
