-- The rooms that rules are tried on: those with a meter of their energy and those with a fact on
-- record. Where there is none, the organisation stands for them, so that a reader sees that a rule
-- was tried.
-- grain: one row per room, else one for the organisation
with known_rooms as (
    select room_id
    from int_room_energy
    union
    select room_id
    from int_room_facts
),
room_counts as (
    select count(room_id) as room_count
    from known_rooms
)
select
    'room' as scope_kind,
    room_id as scope_id
from known_rooms
where room_id is not null
union all
select
    'organisation' as scope_kind,
    'all' as scope_id
from room_counts
where room_count = 0
